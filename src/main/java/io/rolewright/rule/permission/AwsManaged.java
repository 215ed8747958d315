package io.rolewright.rule.permission;

import io.rolewright.catalog.ManagedPolicyActions;
import io.rolewright.model.ActionElement;
import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.Version;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/** The documents of attached policies, also of AWS's own that the input only names. */
public final class AwsManaged {

  private AwsManaged() {}

  /**
   * What an attached policy says; of a listed AWS managed policy as if it stood in its reference.
   */
  public static Optional<PolicyDocument> document(Attachment attachment) {
    return attachment.document().isPresent() || !attachment.managed()
        ? attachment.document()
        : ManagedPolicyActions.ofArn(attachment.name().shown())
            .map(actions -> document(attachment.origin(), actions));
  }

  private static PolicyDocument document(Origin at, ManagedPolicyActions actions) {
    return new PolicyDocument(
        at,
        Version.V2012_10_17,
        Optional.empty(),
        List.of(statement(at, actions)),
        List.of(),
        new PolicyDocument.Size(0, 0, false));
  }

  private static Statement statement(Origin at, ManagedPolicyActions actions) {
    List<Text> patterns = actions.patterns().stream().map(p -> Text.pattern(at, p)).toList();
    return Statement.allow(
        at,
        new PrincipalElement.Absent(at),
        actions.allButListed()
            ? new ActionElement.Except(at, patterns)
            : new ActionElement.Listed(at, patterns),
        new ResourceElement.Listed(at, List.of(Text.pattern(at, "*"))));
  }
}
