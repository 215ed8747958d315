package io.rolewright.report;

import io.rolewright.analyze.RuleTime;
import java.util.List;
import java.util.Locale;

/** What each rule took, as a table for people, the longest first. */
public final class TimeTable {

  private static final double NANOS_OF_MILLI = 1_000_000.0;

  private TimeTable() {}

  /** The table, with a line for the whole; lines end with a line feed. */
  public static String of(List<RuleTime> times) {
    long whole = times.stream().mapToLong(RuleTime::nanos).sum();
    StringBuilder table = new StringBuilder("       time share  rule\n");
    for (RuleTime time : times) {
      String rule = time.rule().id() + " " + time.rule().name();
      table.append(line(time.nanos(), whole, rule));
    }
    return table.append(line(whole, whole, "all rules")).toString();
  }

  private static String line(long nanos, long whole, String rule) {
    double share = whole == 0 ? 0 : 100.0 * nanos / whole;
    return String.format(
        Locale.ROOT, "%8.1f ms %4.0f%%  %s\n", nanos / NANOS_OF_MILLI, share, rule);
  }
}
