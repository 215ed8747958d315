package io.rolewright.analyze;

import io.rolewright.rule.RuleMetadata;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures what each rule takes, if somebody asks; else it costs nothing. For one thread. */
interface RuleClock {

  /** Does something for a rule. */
  void time(RuleMetadata rule, Runnable work);

  /** What each rule took, the longest first. */
  List<RuleTime> times();

  /** Measures nothing. */
  static RuleClock stopped() {
    return new Stopped();
  }

  /** Measures by the clock of the virtual machine. */
  static RuleClock running() {
    return new Running(new ConcurrentHashMap<>());
  }

  /** Measures nothing. */
  record Stopped() implements RuleClock {
    @Override
    public void time(RuleMetadata rule, Runnable work) {
      work.run();
    }

    @Override
    public List<RuleTime> times() {
      return List.of();
    }
  }

  /**
   * Measures.
   *
   * @param byId what the rules took up to now
   */
  record Running(Map<String, RuleTime> byId) implements RuleClock {
    @Override
    public void time(RuleMetadata rule, Runnable work) {
      long start = System.nanoTime();
      work.run();
      long nanos = System.nanoTime() - start;
      byId.merge(rule.id(), new RuleTime(rule, nanos), RuleTime::plus);
    }

    @Override
    public List<RuleTime> times() {
      return byId.values().stream()
          .sorted(
              Comparator.comparingLong(RuleTime::nanos)
                  .reversed()
                  .thenComparing(time -> time.rule().id()))
          .toList();
    }
  }
}
