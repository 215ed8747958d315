package io.rolewright.reason.property;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.reason.access.Access;
import io.rolewright.reason.access.AccessLines;
import io.rolewright.reason.access.Line;
import io.rolewright.reason.access.Source;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.PolicyScope;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What callers can do at most, by all policies in force together, as lines that name the Allow
 * statements behind them.
 */
public final class EffectiveAccess {

  private final Encoding encoding;
  private final PoliciesInForce policies;
  private final String owner;
  private final Map<PoliciesInForce, Authorization> judges = new IdentityHashMap<>();
  private final AccessLines lines;
  private final Domains domains;
  private final Means means;
  private final Formula limit;

  private EffectiveAccess(
      Encoding encoding,
      Requests.Restriction limit,
      PoliciesInForce policies,
      String owner,
      Means means) {
    this.policies = policies;
    this.owner = owner;
    this.encoding = encoding;
    this.domains = encoding.domains();
    this.means = means;
    this.limit = limit.on(encoding);
    this.lines = new AccessLines(encoding.formulas(), domains, means);
  }

  /**
   * About these requests under these policies.
   *
   * @param owner the account of the caller's policies
   */
  public static EffectiveAccess of(
      Requests requests, PoliciesInForce policies, String owner, Means means) {
    return of(requests, e -> e.formulas().yes(), policies, owner, means);
  }

  /**
   * The same of calls that AWS takes at all.
   *
   * @param limit what is so of these; reads no keys
   */
  public static EffectiveAccess of(
      Requests requests,
      Requests.Restriction limit,
      PoliciesInForce policies,
      String owner,
      Means means) {
    Encoding encoding = Encoding.of(requests, Judged.inForce(policies, owner).documents());
    return new EffectiveAccess(encoding, limit, policies, owner, means);
  }

  /** What is so of every request. */
  public Domains domains() {
    return domains;
  }

  /** Whether it is proved that there are no such requests at all. */
  public boolean hasNoRequests() {
    return means.solver().solve(encoding.formulas().yes(), domains, means.budget())
        instanceof Answer.Impossible;
  }

  /** What is not known but decides, for people, ascending. */
  public Set<String> unknowns() {
    return encoding.unknowns(formula(policies));
  }

  /** A request of a line of {@link #allowed()}, which the simulator allows. */
  public Example example(Line<Statement> line) {
    return examples().of(line, List.of(policies), List.of());
  }

  /** A request of a line of {@link #takenBy}, which the simulator allows under the others only. */
  public Example example(Line<Statement> line, PoliciesInForce without) {
    return examples().of(line, List.of(without), List.of(policies));
  }

  private Examples examples() {
    return new Examples(encoding, domains, lines.left(), judges);
  }

  /** The way from the lines' formulas to requests. */
  public Encoding encoding() {
    return encoding;
  }

  /** All that is allowed. */
  public Access<Statement> allowed() {
    Formula allowed = formula(policies);
    return lookedAtAgain(lines.of(allowed, sources(policies)), allowed);
  }

  /** What would be allowed without the session policies and is not with them. */
  public Access<Statement> takenBySession() {
    return takenBy(policies.withSession(Optional.empty()));
  }

  /** What would be allowed under other policies and is not under these. */
  public Access<Statement> takenBy(PoliciesInForce without) {
    Formula before = formula(without);
    Formula after = formula(policies);
    return lookedAtAgain(
        lines.minus(before, after, sources(without.withSession(Optional.empty()))),
        encoding.formulas().and(before, encoding.formulas().not(after)));
  }

  private Access<Statement> lookedAtAgain(Access<Statement> list, Formula whole) {
    if (means.review().isThorough()) {
      new SecondLook(encoding.formulas(), domains, means).at(list, whole);
    }
    return list;
  }

  private Formula formula(PoliciesInForce inForce) {
    return encoding.formulas().and(encoding.allowed(inForce, owner), limit);
  }

  private List<Source<Statement>> sources(PoliciesInForce giving) {
    List<Source<Statement>> sources = new ArrayList<>();
    for (PolicyDocument document : ofCaller(giving)) {
      for (Statement statement : document.statements()) {
        if (!statement.isDeny()) {
          Formula applies = encoding.applies(statement, PolicyScope.CALLER, owner);
          sources.add(new Source<>(statement, applies));
        }
      }
    }
    return sources;
  }

  private static List<PolicyDocument> ofCaller(PoliciesInForce policies) {
    List<PolicyDocument> documents = new ArrayList<>();
    policies.identity().forEach(policy -> documents.add(policy.document()));
    policies.boundary().ifPresent(policy -> documents.add(policy.document()));
    policies.session().ifPresent(list -> list.forEach(p -> documents.add(p.document())));
    return documents;
  }
}
