package io.rolewright.rule.trust;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.Actor;
import io.rolewright.reason.Reach;
import io.rolewright.reason.Witness;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.TrustPolicies;
import java.util.List;
import java.util.Optional;

/** A role's trust policy as rules ask about it. */
public final class Trust {

  private final Role role;
  private final PolicyDocument policy;
  private final Estate estate;
  private final Reach reach;

  private Trust(Role role, PolicyDocument policy, Estate estate) {
    this.role = role;
    this.policy = policy;
    this.estate = estate;
    this.reach = new Reach(policy, estate.accountOf(role), role.name().shown());
  }

  /** The trust policy of a role, if the input holds it and it is small enough to be searched. */
  public static Optional<Trust> of(Role role, Estate estate) {
    return role.trust().map(policy -> new Trust(role, policy, estate)).filter(Trust::isSearched);
  }

  private boolean isSearched() {
    if (reach.tooLarge()) {
      String question = "who gets in by this trust policy; it is far longer than AWS takes";
      estate.gaps().add(policy.origin(), question);
    }
    return !reach.tooLarge();
  }

  public List<Statement> statements() {
    return policy.statements();
  }

  /** The statements that allow, in written order. */
  public List<Statement> allows() {
    return policy.statements().stream().filter(Statement::isAllow).toList();
  }

  public List<Statement> denies() {
    return policy.statements().stream().filter(Statement::isDeny).toList();
  }

  /** A request of the actor that gets in through a statement, all Denies considered. */
  public Optional<Witness> reach(Statement through, Actor actor) {
    Optional<Witness> found = reach.find(through, actor);
    if (reach.exhausted()) {
      estate
          .gaps()
          .add(
              through.origin(),
              "whether somebody gets in through "
                  + through.shown()
                  + " that should not; it has more conditions than the search tries");
    }
    return found;
  }

  /**
   * A request that would get in if one statement were another.
   *
   * @param replacement stands in place of {@code original}
   */
  public Optional<Witness> reachWith(Statement original, Statement replacement, Actor actor) {
    return new Reach(changed(original, replacement), estate.accountOf(role), role.name().shown())
        .find(replacement, actor);
  }

  /** Whether a request would get in, in some way, if one statement were another. */
  public boolean allowsWith(Statement original, Statement replacement, Request request) {
    PolicyDocument other = changed(original, replacement);
    return TrustPolicies.decide(other, request, estate.accountOf(role)).isAllowed();
  }

  private PolicyDocument changed(Statement original, Statement replacement) {
    return policy.with(
        policy.statements().stream().map(s -> s == original ? replacement : s).toList());
  }

  /**
   * Whether the actor gets in if template parameters in conditions are what they are unless someone
   * changes them: their default, or without one some plain text.
   */
  public boolean isLikely(Statement through, Actor actor) {
    List<Statement> typical = policy.statements().stream().map(Typical::of).toList();
    Statement same = typical.get(policy.statements().indexOf(through));
    return new Reach(policy.with(typical), estate.accountOf(role), role.name().shown())
        .find(same, actor)
        .isPresent();
  }

  /** The entry of a statement that names everyone, if one does. */
  public static Optional<PrincipalPattern> everyone(Statement statement) {
    if (!(statement.principal() instanceof PrincipalElement.Listed listed)) {
      return Optional.empty();
    }
    return listed.patterns().stream().filter(Trust::isEveryone).findFirst();
  }

  /** {@code *}, or a template parameter that is {@code *} unless someone changes it. */
  public static boolean isEveryone(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Unresolved open) {
      return open.text().parts().size() == 1
          && open.text().parts().get(0) instanceof TextPart.Unknown unknown
          && unknown.typical().filter("*"::equals).isPresent();
    }
    return pattern instanceof PrincipalPattern.Everyone;
  }

  /** Whether some condition of the policy tests a key, given in lower case. */
  public boolean mentions(String key) {
    return policy.statements().stream()
        .flatMap(s -> s.conditions().stream())
        .anyMatch(c -> c.keyName().equals(key));
  }

  /** The number of the account that owns the role, or a stand-in. */
  String ownAccount() {
    return estate.accountOf(role);
  }

  /** What the account of an AWS principal is to the role. */
  public Estate.Relation relation(Text account) {
    return estate.relation(account, role);
  }

  /** The account that an AWS principal belongs to, where it names one. */
  public static Optional<Text> accountOf(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Optional.empty(),
            account -> Optional.of(account.account()),
            identity -> Optional.of(identity.account()),
            session -> Optional.of(session.account()),
            user -> Optional.of(user.account()),
            service -> Optional.empty(),
            PrincipalPattern.Federated::account,
            canonical -> Optional.empty(),
            id -> Optional.empty(),
            unresolved -> Optional.empty(),
            malformed -> Optional.empty()));
  }
}
