package io.rolewright.analyze;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.z3.CrossCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Has every answer looked at again, the same answer to the same question once. */
final class AnswerReview implements Means.Review {

  /** Of questions remembered, which hold on to their formulas. */
  private static final int MOST_REMEMBERED = 10_000;

  private record Asked(Class<?> answer, Formula formula, List<Formula> laws) {}

  private final Reasoning.Checker checker;
  private final Set<Asked> seen = new HashSet<>();
  private final SortedMap<String, Integer> unchecked = new TreeMap<>();
  private final Set<String> differences = new LinkedHashSet<>();
  private int agreed;

  AnswerReview(Reasoning.Checker checker) {
    this.checker = checker;
  }

  @Override
  public boolean isThorough() {
    return true;
  }

  @Override
  public void take(Answer answer, Formula formula, Domains domains) {
    if (seen.size() >= MOST_REMEMBERED) {
      seen.clear();
    }
    if (seen.add(new Asked(answer.getClass(), formula, domains.laws()))) {
      checker
          .check(answer, formula, domains)
          .match(agrees -> ++agreed, differs -> differs(answer, differs.why()), this::open);
    }
  }

  private int open(CrossCheck.Verdict.Unchecked verdict) {
    unchecked(verdict.why());
    return unchecked.size();
  }

  private int differs(Answer answer, String why) {
    String said =
        answer.match(
            new Answer.Cases<>(
                satisfied -> "there is a request, " + satisfied.request(),
                impossible -> "there is no request",
                undecided -> "it is not known, " + undecided.reason()));
    differs("the reasoner says that " + said + "; looked at again: " + why);
    return differences.size();
  }

  @Override
  public void differs(String why) {
    differences.add(why);
  }

  @Override
  public void unchecked(String why) {
    unchecked.merge(why, 1, Integer::sum);
  }

  CrossChecked result() {
    return new CrossChecked(agreed, unchecked, new ArrayList<>(differences), checker.unavailable());
  }
}
