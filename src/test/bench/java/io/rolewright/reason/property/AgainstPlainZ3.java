package io.rolewright.reason.property;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.z3.PlainZ3;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks some questions of each suite twice, the reasoner and Z3 with a string variable for each
 * field, in turns, and prints the times and their ratios. Z3 is asked through a process of its own,
 * which costs it some 2 ms a question, and has five seconds for each.
 */
public final class AgainstPlainZ3 {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final Map<String, Integer> WHY = new TreeMap<>();

  private AgainstPlainZ3() {}

  public static void main(String[] args) {
    Map<String, List<Suites.Query>> suites = new LinkedHashMap<>();
    suites.put("trust", every(24, Suites.trust()));
    suites.put("managed", every(13, Suites.managed()));
    suites.put("statements 10", Suites.statements(10));
    suites.put("statements 30", Suites.statements(30));
    try (PlainZ3 plain = new PlainZ3(TIMEOUT)) {
      suites.forEach((name, queries) -> measure(name, queries, plain));
    }
    System.out.println("why undecided: " + WHY);
  }

  private static List<Suites.Query> every(int step, List<Suites.Query> queries) {
    List<Suites.Query> some = new ArrayList<>();
    for (int i = 0; i < queries.size(); i += step) {
      some.add(queries.get(i));
    }
    return some;
  }

  private static void measure(String name, List<Suites.Query> queries, PlainZ3 plain) {
    for (int round = 0; round < 2_000 / queries.size(); round++) {
      queries.forEach(AgainstPlainZ3::ours);
    }
    double[] ours = new double[queries.size()];
    double[] theirs = new double[queries.size()];
    double[] ratios = new double[queries.size()];
    int unknown = 0;
    int differ = 0;
    for (int i = 0; i < ours.length; i++) {
      long start = System.nanoTime();
      Outcome outcome = ours(queries.get(i));
      long between = System.nanoTime();
      Boolean possible = theirs(queries.get(i), plain);
      ours[i] = (between - start) / 1e6;
      theirs[i] = (System.nanoTime() - between) / 1e6;
      ratios[i] = theirs[i] / ours[i];
      unknown += possible == null ? 1 : 0;
      differ += possible != null && possible != outcome instanceof Outcome.Possible ? 1 : 0;
    }
    System.out.printf(
        "%-14s n=%4d  ours p50 %7.2f p95 %7.2f ms  plain Z3 p50 %8.2f p95 %8.2f ms, %d undecided"
            + "  ratio p5 %6.0f p50 %6.0f p95 %6.0f  differ %d%n",
        name,
        ours.length,
        at(ours, 50),
        at(ours, 95),
        at(theirs, 50),
        at(theirs, 95),
        unknown,
        at(ratios, 5),
        at(ratios, 50),
        at(ratios, 95),
        differ);
  }

  private static double at(double[] values, int percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  private static Outcome ours(Suites.Query query) {
    return Question.of(query.allowing(), query.refusing()).ask(query.among(), Means.ordinary());
  }

  /** Whether there is a request; null if Z3 does not know. */
  private static Boolean theirs(Suites.Query query, PlainZ3 plain) {
    boolean known = true;
    for (Requests requests : query.among()) {
      List<PolicyDocument> all = new ArrayList<>();
      query.allowing().forEach(judged -> all.addAll(judged.documents()));
      query.refusing().forEach(judged -> all.addAll(judged.documents()));
      Encoding encoding = Encoding.of(requests, all);
      List<Formula> parts = new ArrayList<>();
      query.allowing().forEach(judged -> parts.add(judged.allows().apply(encoding)));
      query.refusing().forEach(j -> parts.add(encoding.formulas().not(j.allows().apply(encoding))));
      Formula asked = encoding.formulas().and(parts);
      if (asked == encoding.formulas().no()) {
        continue;
      }
      PlainZ3.Outcome outcome = plain.solve(asked, encoding.domains());
      if (outcome instanceof PlainZ3.Outcome.Satisfied) {
        return true;
      }
      known &= outcome instanceof PlainZ3.Outcome.Impossible;
      if (outcome instanceof PlainZ3.Outcome.Unknown unknown) {
        WHY.merge(unknown.reason().replaceAll("[0-9]+", "N"), 1, Integer::sum);
      }
    }
    return known ? false : null;
  }
}
