package io.rolewright.analyze.scenario;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Amount;
import io.rolewright.model.Attachment;
import io.rolewright.model.Effect;
import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.Text;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Given;
import io.rolewright.simulate.sts.Parameter;
import io.rolewright.simulate.sts.StsCall;
import io.rolewright.simulate.sts.TargetRole;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns the calls of a scenario into session grants, and what they say of roles into roles. */
final class ScenarioGrants {

  private static final String MANAGED = "arn:";

  private final List<Role> roles = new ArrayList<>();
  private final List<SessionGrant> grants = new ArrayList<>();

  private ScenarioGrants() {}

  /**
   * The inventory of a scenario. A role of its files is left to those files.
   *
   * @param written the calls as written, in order
   */
  static Inventory of(Scenario scenario, List<ObjectNode> written) {
    ScenarioGrants found = new ScenarioGrants();
    boolean chained = scenario.caller().kind() == Credentials.Kind.ROLE;
    for (int i = 0; i < scenario.calls().size() && i < written.size(); i++) {
      Scenario.Call call = scenario.calls().get(i);
      Optional<ObjectNode> own = written.get(i).get("role").flatMap(Node::asObject);
      call.role().ifPresent(role -> own.ifPresent(node -> found.roles.add(role(role, node))));
      found.grants.add(grant(call, chained));
      chained = call.role().isPresent();
    }
    return new Inventory(found.roles, List.of(), found.grants, List.of(), List.of(), List.of());
  }

  private static Role role(TargetRole role, ObjectNode node) {
    String path = role.arn().substring(role.arn().indexOf('/'), role.arn().lastIndexOf('/') + 1);
    List<Attachment> permissions = attached(role.identity());
    return new Role(
        node.origin(),
        Text.literal(node.origin(), role.name()),
        Optional.of(role.account()),
        Optional.of(path),
        Optional.of(role.trust().document()),
        permissions,
        permissions.stream().allMatch(p -> p.document().isPresent()),
        role.boundary().map(ScenarioGrants::attached),
        node.get("max-session-duration").flatMap(Node::asValue).map(ScenarioGrants::amount),
        role.tags(),
        "");
  }

  private static SessionGrant grant(Scenario.Call call, boolean chained) {
    StsCall sts = call.call();
    List<NamedPolicy> policies = new ArrayList<>();
    sts.policy().ifPresent(policies::add);
    policies.addAll(sts.managedPolicies());
    Optional<Given> duration =
        sts.one(Parameter.DURATION_SECONDS).filter(g -> sts.operation().assumesRole());
    return new SessionGrant(
        sts.at(),
        chained ? SessionGrant.Kind.CHAINED_CALL : SessionGrant.Kind.CALL,
        Text.literal(sts.at(), sts.operation().shown()),
        call.role().map(r -> List.of(Text.literal(sts.at(), r.arn()))).orElse(List.of()),
        attached(policies),
        duration.map(given -> amount(given.value(), given.at())),
        "");
  }

  private static List<Attachment> attached(List<NamedPolicy> policies) {
    return policies.stream().map(ScenarioGrants::attached).toList();
  }

  /** A policy that is known by its name only has no document. */
  private static Attachment attached(NamedPolicy policy) {
    Origin at = policy.document().origin();
    boolean unknown =
        policy.document().statements().stream()
            .anyMatch(
                s -> s.effect() == Effect.UNKNOWN && s.action() instanceof ActionElement.Absent);
    boolean managed = policy.name().startsWith(MANAGED);
    return new Attachment(
        at,
        Text.literal(at, policy.name()),
        managed,
        managed && unknown ? Optional.empty() : Optional.of(policy.document()));
  }

  private static Amount amount(ScalarNode scalar) {
    return amount(scalar.text(), scalar.origin());
  }

  private static Amount amount(String text, Origin at) {
    return new Amount(at, number(text), Text.literal(at, text));
  }

  private static OptionalLong number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
