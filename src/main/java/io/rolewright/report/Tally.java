package io.rolewright.report;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Result;
import io.rolewright.rule.Severity;
import java.util.EnumMap;
import java.util.Map;

/** How many open findings there are of each severity. Suppressed ones do not count. */
record Tally(Map<Severity, Integer> bySeverity, int suppressed) {

  static Tally of(Analysis analysis) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    int suppressed = 0;
    for (Result result : analysis.results()) {
      if (result.suppressed().isPresent()) {
        suppressed++;
      } else {
        counts.merge(result.finding().severity(), 1, Integer::sum);
      }
    }
    return new Tally(counts, suppressed);
  }

  int of(Severity severity) {
    return bySeverity.getOrDefault(severity, 0);
  }

  int total() {
    return bySeverity.values().stream().mapToInt(Integer::intValue).sum();
  }
}
