package io.rolewright.rule.session;

import io.rolewright.catalog.ManagedPolicyActions;
import io.rolewright.model.ActionElement;
import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.Version;
import io.rolewright.rule.permission.AwsManaged;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer of policies of which some may be missing, held between two bounds: what those that are
 * known say, and the most that all of them together can say.
 *
 * @param least what is known
 * @param most the same, and everything is allowed besides where something is missing; what is known
 *     to be denied stays so
 * @param missing the names of policies of which nothing is known, and which may deny anything
 * @param gaps what is not known of all of them, a part of a sentence each
 */
record Bounds(
    List<NamedPolicy> least, List<NamedPolicy> most, List<String> missing, List<String> gaps) {

  private static final Origin NOWHERE = SourceFile.unread("").whole();

  Bounds {
    least = List.copyOf(least);
    most = List.copyOf(most);
    missing = List.copyOf(missing);
    gaps = List.copyOf(gaps);
  }

  /**
   * Attached policies.
   *
   * @param complete whether these are all there are
   * @param what they are, for messages: {@code policy}
   * @param partition in which they are used
   */
  static Bounds of(List<Attachment> attachments, boolean complete, String what, String partition) {
    List<NamedPolicy> known = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (Attachment attachment : attachments) {
      String name = attachment.name().shown();
      Optional<PolicyDocument> document = AwsManaged.document(attachment);
      document.ifPresent(
          some -> known.add(new NamedPolicy(name, TemplateNames.filledIn(some, partition))));
      if (document.isEmpty()) {
        missing.add(name);
      }
      if (attachment.document().isEmpty() && !isEverything(name)) {
        gaps.add("the text of the " + what + " `" + name + "` is not in the input");
      }
    }
    if (gaps.isEmpty() && !complete && attachments.stream().allMatch(Bounds::isKnown)) {
      gaps.add("the input may not have all policies of the role");
    }
    return new Bounds(known, gaps.isEmpty() ? known : withAll(known), missing, gaps);
  }

  /** A policy that is missing for {@code complete} but of which there is nothing else to know. */
  private static boolean isKnown(Attachment attachment) {
    return attachment.document().isPresent();
  }

  private static boolean isEverything(String arn) {
    return ManagedPolicyActions.ofArn(arn)
        .filter(actions -> !actions.allButListed() && actions.patterns().equals(List.of("*")))
        .isPresent();
  }

  boolean isExact() {
    return gaps.isEmpty();
  }

  private static List<NamedPolicy> withAll(List<NamedPolicy> known) {
    List<NamedPolicy> all = new ArrayList<>(known);
    all.add(new NamedPolicy("what is not in the input", everything()));
    return all;
  }

  /** A policy that allows everything. */
  private static PolicyDocument everything() {
    Text star = Text.pattern(NOWHERE, "*");
    Statement statement =
        Statement.allow(
            NOWHERE,
            new PrincipalElement.Absent(NOWHERE),
            new ActionElement.Listed(NOWHERE, List.of(star)),
            new ResourceElement.Listed(NOWHERE, List.of(star)));
    return nothing().with(List.of(statement));
  }

  /** A policy that says nothing. */
  static PolicyDocument nothing() {
    return new PolicyDocument(
        NOWHERE,
        Version.V2012_10_17,
        Optional.empty(),
        List.of(),
        List.of(),
        new PolicyDocument.Size(0, 0, false));
  }
}
