package io.rolewright.reason.property;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.reason.access.Access;
import io.rolewright.reason.access.AccessLines;
import io.rolewright.reason.access.Source;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.PolicyScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What callers can do at most, by all policies in force together, as lines that name the Allow
 * statements behind them.
 */
public final class EffectiveAccess {

  private final Encoding encoding;
  private final PoliciesInForce policies;
  private final String owner;
  private final AccessLines lines;

  private EffectiveAccess(
      Requests requests, PoliciesInForce policies, String owner, SearchBudget budget) {
    this.policies = policies;
    this.owner = owner;
    this.encoding = Encoding.of(requests, Judged.inForce(policies, owner).documents());
    this.lines = new AccessLines(encoding.formulas(), encoding.domains(), budget);
  }

  /**
   * About these requests under these policies.
   *
   * @param owner the account of the caller's policies
   */
  public static EffectiveAccess of(
      Requests requests, PoliciesInForce policies, String owner, SearchBudget budget) {
    return new EffectiveAccess(requests, policies, owner, budget);
  }

  /** The way from the lines' formulas to requests. */
  public Encoding encoding() {
    return encoding;
  }

  /** All that is allowed. */
  public Access<Statement> allowed() {
    return lines.of(formula(policies), sources());
  }

  /** What would be allowed without the session policies and is not with them. */
  public Access<Statement> takenBySession() {
    return takenBy(policies.withSession(Optional.empty()));
  }

  /** What would be allowed under other policies and is not under these. */
  public Access<Statement> takenBy(PoliciesInForce without) {
    return lines.minus(formula(without), formula(policies), sources());
  }

  private Formula formula(PoliciesInForce inForce) {
    return encoding.allowed(inForce, owner);
  }

  private List<Source<Statement>> sources() {
    List<Source<Statement>> sources = new ArrayList<>();
    for (PolicyDocument document : ofCaller()) {
      for (Statement statement : document.statements()) {
        if (!statement.isDeny()) {
          Formula applies = encoding.applies(statement, PolicyScope.CALLER, owner);
          sources.add(new Source<>(statement, applies));
        }
      }
    }
    return sources;
  }

  private List<PolicyDocument> ofCaller() {
    List<PolicyDocument> documents = new ArrayList<>();
    policies.identity().forEach(policy -> documents.add(policy.document()));
    policies.boundary().ifPresent(policy -> documents.add(policy.document()));
    policies.session().ifPresent(list -> list.forEach(p -> documents.add(p.document())));
    return documents;
  }
}
