package io.rolewright.reason.property;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.solve.Means;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Properties of policies, each a line over {@link Question}: which requests would show that it does
 * not hold, or that it does. All are about the requests of one population.
 */
public final class Properties {

  private final List<Requests> among;
  private final Means means;

  /**
   * @param among the requests that are asked about
   * @param means by what means each question is decided
   */
  public Properties(List<Requests> among, Means means) {
    this.among = List.copyOf(among);
    this.means = means;
  }

  /** Asks about these requests with a budget that suffices for every policy seen. */
  public static Properties among(List<Requests> among) {
    return new Properties(among, Means.ordinary());
  }

  private Outcome ask(List<Judged> allowing, List<Judged> refusing) {
    return Question.of(allowing, refusing).ask(among, means);
  }

  /** Some request is allowed. Unsatisfiable iff the policy allows none. */
  public Outcome possible(Judged policy) {
    return ask(List.of(policy), List.of());
  }

  /** No request is allowed; a witness refutes it. Unsatisfiable iff it holds. */
  public Outcome impossible(Judged policy) {
    return possible(policy);
  }

  /**
   * What one allows, the other allows too; a witness is what it does not. Unsatisfiable iff the
   * first allows nothing that the second refuses.
   */
  public Outcome implies(Judged narrow, Judged wide) {
    return ask(List.of(narrow), List.of(wide));
  }

  /** What is newly allowed. Unsatisfiable iff the new allows nothing that the old refuses. */
  public Outcome newAccess(Judged before, Judged after) {
    return implies(after, before);
  }

  /**
   * Both allow the same; a witness is allowed by one only. Unsatisfiable iff each implies the
   * other.
   */
  public Outcome equivalent(Judged one, Judged other) {
    Outcome more = implies(one, other);
    return more.match(
        new Outcome.Cases<>(
            possible -> possible,
            impossible -> implies(other, one),
            undecided -> found(implies(other, one)).<Outcome>map(p -> p).orElse(undecided)));
  }

  private static Optional<Outcome.Possible> found(Outcome outcome) {
    return outcome.match(
        new Outcome.Cases<>(Optional::of, impossible -> Optional.empty(), u -> Optional.empty()));
  }

  /** No request is allowed by both; a witness is. Unsatisfiable iff they have nothing in common. */
  public Outcome disjoint(Judged one, Judged other) {
    return ask(List.of(one, other), List.of());
  }

  /**
   * A statement may be left out and nothing changes; a witness is a request decided otherwise
   * without it. Unsatisfiable iff the policy allows the same without it.
   *
   * @param judged how a version of the policy is judged
   */
  public Outcome redundant(
      PolicyDocument policy, Statement statement, Function<PolicyDocument, Judged> judged) {
    return equivalent(judged.apply(policy), judged.apply(without(policy, statement)));
  }

  /**
   * A statement never has an effect of its own: an Allow none of whose requests is left by the
   * Denies, a Deny of nothing that would be allowed. Unsatisfiable iff it is dead; a witness is a
   * request on which it has its effect.
   *
   * @param judged how a version of the policy is judged
   */
  public Outcome deadStatement(
      PolicyDocument policy, Statement statement, Function<PolicyDocument, Judged> judged) {
    return statement.isDeny()
        ? implies(judged.apply(without(policy, statement)), judged.apply(policy))
        : possible(judged.apply(onlyAllowing(policy, statement)));
  }

  /**
   * A statement of another reading of the same text would not be left out, and all be redundant.
   */
  private static void require(PolicyDocument policy, Statement statement) {
    if (policy.statements().stream().noneMatch(each -> each == statement)) {
      throw new IllegalArgumentException("the statement is none of the policy's own");
    }
  }

  private static PolicyDocument without(PolicyDocument policy, Statement statement) {
    require(policy, statement);
    List<Statement> left = new ArrayList<>();
    for (Statement each : policy.statements()) {
      if (each != statement) {
        left.add(each);
      }
    }
    return policy.with(left);
  }

  private static PolicyDocument onlyAllowing(PolicyDocument policy, Statement statement) {
    require(policy, statement);
    List<Statement> left = new ArrayList<>();
    for (Statement each : policy.statements()) {
      if (each == statement || !each.isAllow()) {
        left.add(each);
      }
    }
    return policy.with(left);
  }

  /**
   * Every request that is allowed passes a test; a witness does not pass it. Unsatisfiable iff
   * nothing is allowed that fails the test.
   */
  public Outcome alwaysRequires(Judged policy, KeyTest test) {
    List<Requests> failing =
        among.stream().map(requests -> requests.where(test.negated())).toList();
    return new Properties(failing, means).possible(policy);
  }
}
