package io.rolewright.rule.session;

import io.rolewright.model.Condition;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.simulate.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The resource policies of an input, as far as they name roles of their own account. What they say
 * to a role's ARN a session policy bounds; what they say to a session's ARN, or to a star, it does
 * not (R2.8, R2.11). Immutable.
 */
final class ResourceGrants {

  /** Under this key a star can be bound to a role. */
  private static final String PRINCIPAL_ARN = "aws:principalarn";

  private final List<StandalonePolicy> policies;

  private ResourceGrants(List<StandalonePolicy> policies) {
    this.policies = policies;
  }

  static ResourceGrants of(Inventory inventory) {
    return new ResourceGrants(
        inventory.policies().stream().filter(p -> p.kind() == PolicyKind.RESOURCE).toList());
  }

  /** Those of the role's account that may name the role by its ARN. */
  List<NamedPolicy> naming(RoleSessions sessions) {
    return policies(sessions, statement -> namesRole(statement, sessions));
  }

  /** Those that may name its sessions in a way that session policy and boundary do not bound. */
  List<NamedPolicy> passingBy(RoleSessions sessions) {
    return policies(sessions, statement -> form(statement, sessions).isPresent());
  }

  private List<NamedPolicy> policies(RoleSessions sessions, Predicate<Statement> speaks) {
    List<NamedPolicy> found = new ArrayList<>();
    for (StandalonePolicy policy : policies) {
      boolean own = policy.account().map(sessions.owner()::equals).orElse(true);
      PolicyDocument document = policy.document();
      if (own && document.statements().stream().anyMatch(s -> s.isAllow() && speaks.test(s))) {
        PolicyDocument filled = TemplateNames.filledIn(document, sessions.partition());
        found.add(new NamedPolicy(policy.name().shown(), only(filled, speaks)));
      }
    }
    return found;
  }

  /** Its Denies, and the Allows that speak of the role's sessions. */
  private static PolicyDocument only(PolicyDocument policy, Predicate<Statement> speaks) {
    return policy.with(
        policy.statements().stream().filter(s -> !s.isAllow() || speaks.test(s)).toList());
  }

  private static boolean namesRole(Statement statement, RoleSessions sessions) {
    return patterns(statement).stream()
        .anyMatch(
            p ->
                p instanceof PrincipalPattern.Identity identity
                    && identity.kind() == PrincipalPattern.IdentityKind.ROLE
                    && isNamed(identity.path(), sessions));
  }

  /** In which way a statement names the sessions past session policy and boundary, if it does. */
  static Optional<Bypass.Form> form(Statement statement, RoleSessions sessions) {
    for (PrincipalPattern pattern : patterns(statement)) {
      if (pattern instanceof PrincipalPattern.Session session
          && isNamed(before(session.path()), sessions)) {
        return Optional.of(Bypass.Form.SESSION_ARN);
      }
      if (pattern instanceof PrincipalPattern.Everyone
          && statement.conditions().stream().anyMatch(ResourceGrants::isOnArn)) {
        return Optional.of(Bypass.Form.STAR_WITH_PRINCIPAL_ARN);
      }
    }
    return Optional.empty();
  }

  private static boolean isOnArn(Condition condition) {
    return condition.keyName().equals(PRINCIPAL_ARN);
  }

  private static List<PrincipalPattern> patterns(Statement statement) {
    return statement
        .principal()
        .match(PrincipalElement.Listed::patterns, except -> List.of(), absent -> List.of());
  }

  private static Text before(Text path) {
    return path.split('/', 2).get(0);
  }

  /** Whether a path ends in the role's name, or a template leaves that open. */
  private static boolean isNamed(Text path, RoleSessions sessions) {
    String name = sessions.role().name().shown();
    String written = path.shown();
    return path.hasUnknown() || written.equals(name) || written.endsWith("/" + name);
  }
}
