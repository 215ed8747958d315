package io.rolewright.parse.account;

import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.model.Text;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The managed policies of an export by ARN. Only the default version of a policy is in force, so
 * the others are not read.
 */
final class ManagedPolicies {

  private final Fields fields;
  private final Documents documents;
  private final Map<String, ObjectNode> policies = new LinkedHashMap<>();
  private final Map<String, Optional<PolicyDocument>> identities = new HashMap<>();
  private final Map<String, Optional<PolicyDocument>> boundaries = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  ManagedPolicies(Fields fields, Documents documents) {
    this.fields = fields;
    this.documents = documents;
  }

  /** Takes in an item of {@code Policies}; of an ARN that comes twice the last counts. */
  void add(ObjectNode policy) {
    Optional<String> arn = fields.text(policy, "Arn");
    arn.ifPresentOrElse(
        a -> policies.put(a, policy),
        () -> fields.warn("a managed policy has no `Arn`; it was passed over", policy.origin()));
  }

  /** The use of a managed policy, with its document if the export holds it. */
  Attachment attach(Origin at, ScalarNode arn, PolicyKind kind) {
    used.add(arn.text());
    Text name = Text.literal(arn.origin(), arn.text());
    return new Attachment(at, name, true, document(arn.text(), kind));
  }

  private Optional<PolicyDocument> document(String arn, PolicyKind kind) {
    Map<String, Optional<PolicyDocument>> read =
        kind == PolicyKind.BOUNDARY ? boundaries : identities;
    Optional<PolicyDocument> known = read.get(arn);
    if (known == null) {
      known =
          Optional.ofNullable(policies.get(arn))
              .flatMap(this::defaultDocument)
              .map(node -> documents.read(node, kind));
      read.put(arn, known);
    }
    return known;
  }

  private Optional<Node> defaultDocument(ObjectNode policy) {
    Optional<ObjectNode> version = defaultVersion(policy);
    Optional<Node> document = version.flatMap(v -> v.present("Document"));
    if (document.isEmpty()) {
      String arn = fields.text(policy, "Arn").orElse("");
      fields.warn(
          "the export does not hold the default version of the managed policy `" + arn + "`",
          policy.origin());
    }
    return document;
  }

  private Optional<ObjectNode> defaultVersion(ObjectNode policy) {
    List<ObjectNode> versions = fields.objects(policy, "PolicyVersionList");
    Optional<String> id = fields.text(policy, "DefaultVersionId");
    for (ObjectNode version : versions) {
      boolean flagged =
          fields.text(version, "IsDefaultVersion").filter("true"::equalsIgnoreCase).isPresent();
      boolean named = id.isPresent() && id.equals(fields.text(version, "VersionId"));
      if (flagged || named) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /**
   * The policies that nobody in the export uses. AWS managed ones among them are left out: nobody
   * can change them, and here they grant nothing.
   */
  List<StandalonePolicy> unused() {
    List<StandalonePolicy> unused = new ArrayList<>();
    int foreign = 0;
    Optional<Origin> firstForeign = Optional.empty();
    for (Map.Entry<String, ObjectNode> entry : policies.entrySet()) {
      if (used.contains(entry.getKey())) {
        continue;
      }
      if (Arn.isAwsManaged(entry.getKey())) {
        foreign++;
        firstForeign = firstForeign.or(() -> Optional.of(entry.getValue().origin()));
      } else {
        standalone(entry.getKey(), entry.getValue()).ifPresent(unused::add);
      }
    }
    noteForeign(foreign, firstForeign);
    return unused;
  }

  private Optional<StandalonePolicy> standalone(String arn, ObjectNode policy) {
    ScalarNode name =
        fields.scalar(policy, "PolicyName").or(() -> fields.scalar(policy, "Arn")).orElseThrow();
    return document(arn, PolicyKind.IDENTITY)
        .map(
            document ->
                new StandalonePolicy(
                    PolicyKind.IDENTITY,
                    Text.literal(name.origin(), name.text()),
                    Arn.account(arn),
                    document,
                    ""));
  }

  private void noteForeign(int count, Optional<Origin> first) {
    first.ifPresent(
        at ->
            fields.note(
                count
                    + " AWS managed "
                    + (count == 1 ? "policy" : "policies")
                    + " attached to nothing in this export "
                    + (count == 1 ? "was" : "were")
                    + " not judged",
                at));
  }
}
