package io.rolewright.analyze.cases;

import io.rolewright.model.PlainArn;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the policies that speak to a request. */
final class PolicyFields {

  private final Fields fields;
  private final Optional<Fields> principal;
  private final Documents documents;
  private final boolean assumes;

  /**
   * @param assumes whether a role is assumed, so that its trust policy decides
   */
  PolicyFields(Fields fields, Optional<Fields> principal, Documents documents, boolean assumes) {
    this.fields = fields;
    this.principal = principal;
    this.documents = documents;
    this.assumes = assumes;
  }

  PoliciesInForce read(String resource, Optional<String> callersAccount) {
    return PoliciesInForce.NONE
        .withIdentity(
            list("identityPolicies", "identity policy", PolicyKind.IDENTITY).orElse(List.of()))
        .withBoundary(one("boundary", "permissions boundary", PolicyKind.BOUNDARY))
        .withSession(list("sessionPolicies", "session policy", PolicyKind.SESSION))
        .withResource(resourcePolicy())
        .withMandatory(assumes || isKey(resource))
        .withResourceAccount(resourceAccount(resource, callersAccount))
        .withOrganisation(
            levels("scps", "service control policy", PolicyKind.SCP),
            levels("rcps", "resource control policy", PolicyKind.RCP))
        .withVpcEndpoint(vpcEndpoint())
        .withStanding(standing());
  }

  private Optional<NamedPolicy> vpcEndpoint() {
    return one("vpcEndpointPolicy", "VPC endpoint policy", PolicyKind.ENDPOINT);
  }

  /** Without a key policy that says so, nobody may use a key (R2.10). */
  private static boolean isKey(String resource) {
    return PlainArn.of(resource).filter(arn -> arn.isOf("kms", "key/")).isPresent();
  }

  private Optional<NamedPolicy> resourcePolicy() {
    String used = assumes ? "trustPolicy" : "resourcePolicy";
    String other = assumes ? "resourcePolicy" : "trustPolicy";
    if (fields.has(other)) {
      fields.warn(
          "`" + other + "` is not looked at in a case of this kind; did you mean `" + used + "`",
          fields.at(other));
    }
    return assumes
        ? one(used, "trust policy", PolicyKind.TRUST)
        : one(used, "resource policy", PolicyKind.RESOURCE);
  }

  /** What an ARN without account names belongs to the caller's account unless said otherwise. */
  private Optional<String> resourceAccount(String resource, Optional<String> callersAccount) {
    return fields
        .account("resourceAccount")
        .or(() -> Arns.account(resource))
        .or(() -> callersAccount);
  }

  private PoliciesInForce.Standing standing() {
    return new PoliciesInForce.Standing(
        principal.map(p -> p.isTrue("serviceLinkedRole")).orElse(false),
        principal.map(p -> p.isTrue("managementAccount")).orElse(false),
        fields.isTrue("resourceInManagementAccount"));
  }

  private Optional<NamedPolicy> one(String field, String name, PolicyKind kind) {
    return fields.node(field).flatMap(node -> policy(node, name, kind));
  }

  private Optional<List<NamedPolicy>> list(String field, String name, PolicyKind kind) {
    return fields.list(field).map(nodes -> numbered(nodes, name, kind));
  }

  private Optional<List<List<NamedPolicy>>> levels(String field, String name, PolicyKind kind) {
    Optional<List<Node>> nodes = fields.list(field);
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    List<List<NamedPolicy>> levels = new ArrayList<>();
    for (Node level : nodes.get()) {
      level
          .asArray()
          .ifPresentOrElse(
              array -> levels.add(numbered(array.items(), name, kind)),
              () ->
                  fields.error(
                      "`" + field + "` must be a list of levels, each a list of policies",
                      level.origin()));
    }
    return Optional.of(levels);
  }

  private List<NamedPolicy> numbered(List<Node> nodes, String name, PolicyKind kind) {
    List<NamedPolicy> policies = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      String numbered = nodes.size() == 1 ? name : name + " " + (i + 1);
      policy(nodes.get(i), numbered, kind).ifPresent(policies::add);
    }
    return policies;
  }

  private Optional<NamedPolicy> policy(Node node, String name, PolicyKind kind) {
    boolean text =
        node.asScalar()
            .filter(s -> s.kind() == ScalarNode.Kind.STRING && s.text().strip().startsWith("{"))
            .isPresent();
    if (node.asObject().isEmpty() && !text) {
      fields.error("a policy must be an object, or a string of JSON", node.origin());
      return Optional.empty();
    }
    return Optional.of(documents.named(name, node, kind));
  }
}
