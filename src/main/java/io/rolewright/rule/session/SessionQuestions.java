package io.rolewright.rule.session;

import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.reason.solve.Means;
import io.rolewright.rule.Estate;
import java.util.ArrayList;
import java.util.List;

/**
 * The questions about sessions of an input's roles. Each answer is a yes or a no that the reasoner
 * proved or the simulator confirmed on a request, or says why it cannot be told: what the input
 * lacks, what a template leaves open, or that the budget of the search ended. Every question has a
 * budget of its own. For any number of threads, as it remembers nothing.
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
  private final Attribution attribution;
  private final Chaining chaining;

  private SessionQuestions(Inventory inventory, Means means) {
    ResourceGrants resources = ResourceGrants.of(inventory);
    this.links = GrantLinks.of(inventory);
    this.scopeDown = new ScopeDown(means, resources);
    this.escapes = new Escapes(means, new OnwardRoles(inventory, means));
    this.bypasses = new Bypasses(means, resources);
    this.tagGains = new TagGains(means);
    this.attribution = new Attribution(means);
    this.chaining = new Chaining(means);
  }

  /** About an estate, with an ordinary budget; made once for each. */
  public static SessionQuestions of(Estate estate) {
    return estate
        .memo()
        .of(
            SessionQuestions.class,
            () -> of(estate.inventory(), Means.ordinary().withSteps(STEPS)));
  }

  /** About an input, decided by some means. */
  public static SessionQuestions of(Inventory inventory, Means means) {
    return new SessionQuestions(inventory, means);
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

  /**
   * The same of a grant, for all roles together: a statement is dead if no role has anything it
   * allows.
   */
  public List<StatementAnswer> deadStatements(SessionGrant grant) {
    List<List<StatementAnswer>> byRole = bound(grant).stream().map(this::deadStatements).toList();
    List<StatementAnswer> all = new ArrayList<>();
    for (int i = 0; !byRole.isEmpty() && i < byRole.get(0).size(); i++) {
      int index = i;
      StatementAnswer first = byRole.get(0).get(i);
      Answer answer = Answers.all(byRole.stream().map(some -> some.get(index).answer()).toList());
      all.add(new StatementAnswer(first.statement(), first.policy(), answer));
    }
    return all;
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

  /**
   * Whether users get sessions of a role that do not tell which of them holds it. No if no user may
   * assume it.
   */
  public Answer losesAttribution(Role role) {
    return role.trust()
        .map(trust -> losesAttribution(role, trust))
        .orElseGet(() -> Answer.cannotTell("the input has no trust policy of the role"));
  }

  /** The same if a role had some other trust policy. */
  public Answer losesAttribution(Role role, PolicyDocument trust) {
    return attribution.isLost(TrustCalls.of(role, trust));
  }

  /** Whether only role sessions may assume a role, which caps its sessions at an hour. */
  public Answer onlyChained(Role role) {
    return chaining.isOnlyWay(role);
  }

  /** Whether the input has all policies that decide what the sessions can do. */
  public boolean isKnown(Granted granted) {
    return RoleSessions.of(granted).isExact();
  }

  private List<Granted> bound(SessionGrant grant) {
    return links.of(grant).granted().stream().filter(Granted::isScopedDown).toList();
  }
}
