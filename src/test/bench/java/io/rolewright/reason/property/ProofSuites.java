package io.rolewright.reason.property;

import io.rolewright.reason.solve.Means;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks each question of the suites, warm, and prints how much processor time that took. */
public final class ProofSuites {

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private ProofSuites() {}

  /** Of the suites that are named; of all if none is. */
  public static void main(String[] args) {
    Map<String, List<Suites.Query>> suites = new LinkedHashMap<>();
    suites.put("trust", Suites.trust());
    suites.put("managed", Suites.managed());
    suites.put("largest", Suites.largest());
    for (int count : new int[] {10, 30, 100, 300, 1_000}) {
      suites.put("statements " + count, Suites.statements(count));
    }
    List<String> wanted = List.of(args);
    suites.forEach(
        (name, queries) -> {
          if (wanted.isEmpty() || wanted.contains(name)) {
            measure(name, queries);
          }
        });
  }

  private static void measure(String name, List<Suites.Query> queries) {
    int rounds = Math.max(1, 4_000 / queries.size() / (name.startsWith("st") ? 100 : 1));
    for (int round = 0; round < rounds; round++) {
      queries.forEach(ProofSuites::ask);
    }
    List<Long> nanos = new ArrayList<>();
    int[] outcomes = new int[3];
    for (Suites.Query query : queries) {
      long start = CPU.getCurrentThreadCpuTime();
      Outcome outcome = ask(query);
      nanos.add(CPU.getCurrentThreadCpuTime() - start);
      outcomes[outcome.match(new Outcome.Cases<>(p -> 0, i -> 1, u -> 2))]++;
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        "%-16s n=%5d  p50 %8.0f us  p95 %8.0f us  p99 %8.0f us  max %8.0f us  possible/impossible/undecided %s%n",
        name,
        sorted.length,
        at(sorted, 50),
        at(sorted, 95),
        at(sorted, 99),
        sorted[sorted.length - 1] / 1e3,
        Arrays.toString(outcomes));
  }

  private static double at(long[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e3;
  }

  private static Outcome ask(Suites.Query query) {
    return Question.of(query.allowing(), query.refusing()).ask(query.among(), Means.ordinary());
  }
}
