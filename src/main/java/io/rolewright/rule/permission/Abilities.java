package io.rolewright.rule.permission;

import io.rolewright.model.Identity;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.estate.Relevant;
import io.rolewright.reason.solve.Means;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a holder can do by his own policies within his boundary, conditions and Denies included.
 * Conditions are met where he, or AWS on his behalf, can meet them. Law: each request in an answer
 * is allowed by the simulator; where the answer is that he cannot, it allows none.
 *
 * <p>Remembers its answers. Safe for threads.
 */
public final class Abilities {

  /** Each question is about one action, which needs few steps; there are many questions. */
  private static final Means MEANS = Means.ordinary().withSteps(2_000_000);

  private static final String OWN_ACCOUNT = new TextPart.OwnAccount().shown();
  private static final String PARTITION = "<AWS::Partition>";

  private final Bearer bearer;
  private final Held held;
  private final SharedAnswers shared;
  private final AllowedActions allowed;
  private final Map<Ask, Ability> answers = new HashMap<>();

  private Abilities(Bearer bearer, Held held, SharedAnswers shared) {
    this.bearer = bearer;
    this.shared = shared;
    this.held = held;
    this.allowed = AllowedActions.of(held.identity());
  }

  /** What any session of a role can do. */
  public static Abilities of(Role role) {
    return of(role, role.account());
  }

  /** The same as one of many. */
  public static Abilities of(Role role, SharedAnswers shared) {
    return of(role, role.account(), shared);
  }

  /** The same of a role of an account; of one that nobody knows it may be any. */
  public static Abilities of(Role role, Optional<String> account) {
    return of(role, account, new SharedAnswers());
  }

  private static Abilities of(Role role, Optional<String> account, SharedAnswers shared) {
    Held held = Held.of(role.permissions(), role.boundary(), role.complete());
    return new Abilities(Bearer.of(role, account), held, shared);
  }

  /** What a user can do by policies of his own and of his groups; of a group, what it gives. */
  public static Abilities of(Identity identity, Estate estate, SharedAnswers shared) {
    Held held = Held.of(identity, estate.inventory().identities());
    return new Abilities(Bearer.of(identity, identity.account()), held, shared);
  }

  /** What a session could do that has just these policies. */
  public static Abilities of(Holder holder) {
    return of(holder, new SharedAnswers());
  }

  /** The same as one of many. */
  public static Abilities of(Holder holder, SharedAnswers shared) {
    return new Abilities(Bearer.anySession(holder.account()), Held.of(holder), shared);
  }

  /** What a user could do who has just these policies. */
  public static Abilities ofUser(Holder holder) {
    return ofUser(holder, new SharedAnswers());
  }

  /** The same as one of many. */
  public static Abilities ofUser(Holder holder, SharedAnswers shared) {
    return new Abilities(Bearer.anyUser(holder.account()), Held.of(holder), shared);
  }

  /** Who makes the requests. */
  public Bearer bearer() {
    return bearer;
  }

  /** The identity policies whose text is known. */
  public List<PolicyDocument> policies() {
    return held.identity().stream().map(NamedPolicy::document).toList();
  }

  /** The boundary, if its text is known. */
  public Optional<NamedPolicy> boundary() {
    return held.boundary();
  }

  /** The ARN or name of the boundary; empty where there is none. */
  public Optional<String> boundaryName() {
    return held.boundary().map(NamedPolicy::name).or(held::missingBoundary).map(this::resolved);
  }

  /** A name in a template with its own account and partition filled in. */
  private String resolved(String name) {
    return name.replace(OWN_ACCOUNT, bearer.owner()).replace(PARTITION, bearer.partition());
  }

  /** The ARNs or names of the attached managed policies that are not AWS's own. */
  public List<String> ownPolicies() {
    return held.managed().stream().map(this::resolved).toList();
  }

  /** The names of the groups that a user is in; of a group its own. */
  public List<String> groups() {
    return held.groups();
  }

  /** Why there may be more, or less: what the input does not say; a sentence each. */
  public List<String> gaps() {
    return held.gaps();
  }

  /** Whether the input holds all of the policies. */
  public boolean isComplete() {
    return held.gaps().isEmpty();
  }

  /** The policies in force, on resources of the own account. */
  public PoliciesInForce inForce() {
    return held.inForce().withResourceAccount(Optional.of(bearer.owner()));
  }

  /** Whether some Allow speaks of an action, given in any case; needs no reasoning. */
  public boolean mayDo(String action) {
    return allowed.mayHave(action);
  }

  /**
   * Whether what speaks of an action speaks of every resource, so that none is told from others.
   */
  public boolean treatsAllAlike(String action) {
    Relevant relevant = new Relevant(action);
    return Stream.concat(held.identity().stream(), held.boundary().stream())
        .flatMap(policy -> policy.document().statements().stream())
        .filter(relevant::maySpeak)
        .allMatch(s -> s.resource().patterns().stream().anyMatch(Text::isStar) && isListed(s));
  }

  private static boolean isListed(Statement statement) {
    return statement.resource() instanceof ResourceElement.Listed;
  }

  /** Whether he can do it. */
  public Ability can(Ask ask) {
    if (!mayDo(ask.action())) {
      return new Ability.Unable();
    }
    synchronized (answers) {
      Ability known = answers.get(ask);
      if (known == null) {
        known = new Asking(bearer, held, ask, MEANS, shared).answer();
        answers.put(ask, known);
      }
      return known;
    }
  }

  /** Whether he can do it on one of these resources. */
  public Ability can(String action, Targets targets) {
    return can(Ask.of(action, targets));
  }

  /**
   * Whether he could if only some of his Allow statements were there; all Denies and the boundary
   * stay.
   */
  public Abilities only(Predicate<Statement> kept) {
    List<NamedPolicy> left = new ArrayList<>();
    for (NamedPolicy policy : held.identity()) {
      List<Statement> statements =
          policy.document().statements().stream().filter(s -> s.isDeny() || kept.test(s)).toList();
      left.add(new NamedPolicy(policy.name(), policy.document().with(statements)));
    }
    return new Abilities(bearer, held.with(left), shared);
  }
}
