package io.rolewright.rule.session;

import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.reason.solve.Means;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Estate.SessionLimits;
import java.util.List;
import java.util.Optional;

/**
 * The questions about sessions of an input's roles. Each answer is a yes or a no that the reasoner
 * proved or the simulator confirmed on a request, or says why it cannot be told: what the input
 * lacks, what a template leaves open, or that the budget of the search ended. Every question has a
 * budget of its own. For one thread.
 *
 * <p>A role can do what its own policies say on resources of its account, within its boundary; what
 * service control policies take away is not looked at.
 */
public final class SessionQuestions {

  /** Steps for one question: far more than any policy seen takes, and a second at most. */
  private static final long STEPS = 4_000_000;

  private final GrantLinks links;
  private final ScopeDown scopeDown;
  private final Escapes escapes;
  private final Bypasses bypasses;
  private final TagGains tagGains;
  private final PassedThings passed;
  private final Attribution attribution;
  private final Chaining chaining;
  private final SessionDurations durations;

  private SessionQuestions(Inventory inventory, SessionLimits limits, Means means) {
    ResourceGrants resources = ResourceGrants.of(inventory);
    this.links = GrantLinks.of(inventory);
    this.scopeDown = new ScopeDown(means, resources);
    this.escapes = new Escapes(means, new OnwardRoles(inventory, means));
    this.bypasses = new Bypasses(means, resources);
    this.tagGains = new TagGains(means);
    this.passed = new PassedThings(means);
    this.attribution = new Attribution(means);
    this.chaining = new Chaining(means);
    this.durations = new SessionDurations(links, limits);
  }

  /** About an estate, with its limits and an ordinary budget. */
  public static SessionQuestions of(Estate estate) {
    return of(estate.inventory(), estate.sessionLimits(), Means.ordinary().withSteps(STEPS));
  }

  /** About an input, decided by some means. */
  public static SessionQuestions of(Inventory inventory, SessionLimits limits, Means means) {
    return new SessionQuestions(inventory, limits, means);
  }

  /** The roles of the input that a grant gives sessions of, and those that the input lacks. */
  public GrantLinks.Linked linked(SessionGrant grant) {
    return links.of(grant);
  }

  /**
   * Whether session policies take nothing away from what the role can do. No comes with a request
   * that they take away. Without session policies it is yes.
   */
  public Answer noOp(Granted granted) {
    return scopeDown.noOp(RoleSessions.of(granted));
  }

  /** The same for all roles of a grant that its session policies bound. */
  public Answer noOp(SessionGrant grant) {
    return Answers.all(bound(grant).stream().map(this::noOp).toList());
  }

  /** Whether role, boundary and session policies together allow nothing. */
  public Answer dead(Granted granted) {
    return scopeDown.dead(RoleSessions.of(granted));
  }

  /** The same for all roles of a grant that its session policies bound. */
  public Answer dead(SessionGrant grant) {
    return Answers.all(bound(grant).stream().map(this::dead).toList());
  }

  /** For each Allow statement of the session policies: whether the role has nothing it allows. */
  public List<StatementAnswer> deadStatements(Granted granted) {
    return scopeDown.deadStatements(RoleSessions.of(granted));
  }

  /** The calls by which sessions leave their session policy, or may; none without one. */
  public List<Escape> escapes(Granted granted) {
    return escapes.of(RoleSessions.of(granted));
  }

  /** The resource policies that pass the session policies, or the role's boundary, by. */
  public List<Bypass> bypasses(Granted granted) {
    return bypasses.of(RoleSessions.of(granted));
  }

  /** The resource policies that pass a role's boundary by. */
  public List<Bypass> bypasses(Role role) {
    return bypasses.of(RoleSessions.of(role));
  }

  /** The tags that a role's policies read: whether who assumes it chooses what it can do. */
  public List<TagGain> tagGains(Role role) {
    return tagGains.of(role);
  }

  /** What the trust policy demands to be passed, and lets nobody pass. */
  public List<MissingPassing> missingPassing(Role role) {
    return passed.of(role);
  }

  /**
   * Whether users get sessions of a role that do not tell which of them holds it. No if no user may
   * assume it.
   */
  public Answer losesAttribution(Role role) {
    return attribution.isLost(role);
  }

  /** Whether only role sessions may assume a role, which caps its sessions at an hour. */
  public Answer onlyChained(Role role) {
    return chaining.isOnlyWay(role);
  }

  /**
   * The role's maximum session duration where it is over an hour and cannot be had, since only role
   * sessions may assume the role; otherwise nothing.
   */
  public Optional<Answer> cappedByChaining(Role role) {
    return role.maxSessionDuration()
        .filter(amount -> Durations.seconds(amount).orElse(0) > SessionDurations.CHAINING_CAP)
        .map(amount -> onlyChained(role))
        .filter(answer -> !answer.isNo());
  }

  /** A role's maximum session duration that is over the limit of its tier. */
  public Optional<LongSession> tooLong(Role role) {
    return durations.tooLong(role);
  }

  /** A grant's duration that is over the limit of its tier and that some role gives. */
  public Optional<LongSession> tooLong(SessionGrant grant) {
    return durations.tooLong(grant);
  }

  /** What AWS refuses of a role's maximum session duration. */
  public Optional<DurationFault> durationFault(Role role) {
    return durations.fault(role);
  }

  /** What AWS refuses of a grant's duration. */
  public List<DurationFault> durationFaults(SessionGrant grant) {
    return durations.faults(grant);
  }

  private List<Granted> bound(SessionGrant grant) {
    return links.of(grant).granted().stream().filter(Granted::isScopedDown).toList();
  }
}
