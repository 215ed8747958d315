package io.rolewright.analyze;

import io.rolewright.analyze.Result.By;
import io.rolewright.analyze.Result.Suppressed;
import io.rolewright.model.Suppression;
import io.rolewright.rule.Finding;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides which findings nobody wants to hear of. What is written in the input goes before what is
 * written in the configuration, since it stands nearer; what has expired decides nothing.
 *
 * <p>The date is given, never asked of a clock, so that a run can be repeated.
 */
public final class Suppressions {

  private final Configuration configuration;
  private final List<Suppression> inSource;
  private final KnownRules known;
  private final LocalDate today;

  /**
   * The suppressions of one run.
   *
   * @param inSource those written in the input
   * @param rules all rules there are, whether they ran or not
   * @param today a suppression holds up to and including its last day
   */
  public Suppressions(
      Configuration configuration,
      List<Suppression> inSource,
      List<RuleMetadata> rules,
      LocalDate today) {
    this.configuration = configuration;
    this.inSource = List.copyOf(inSource);
    this.known = new KnownRules(rules);
    this.today = today;
  }

  /**
   * What was decided.
   *
   * @param suppressed for each finding, in the order given, why it is not open
   * @param problems warnings of suppressions that expired or name no rule, and notes of those that
   *     no finding needs; by place
   */
  public record Decided(List<Optional<Suppressed>> suppressed, List<Problem> problems) {

    public Decided {
      suppressed = List.copyOf(suppressed);
      problems = List.copyOf(problems);
    }
  }

  /** Decides all findings of a run. */
  public Decided decide(List<Finding> findings) {
    BitSet usedInSource = new BitSet();
    BitSet usedConfigured = new BitSet();
    List<Optional<Suppressed>> decided = new ArrayList<>();
    Map<String, List<Integer>> byFile = inSourceByFile();
    for (Finding finding : findings) {
      Optional<Suppressed> near = inSource(finding, byFile, usedInSource);
      Optional<Suppressed> far = configured(finding, usedConfigured);
      decided.add(near.or(() -> far));
    }
    return new Decided(decided, problems(usedInSource, usedConfigured));
  }

  private Map<String, List<Integer>> inSourceByFile() {
    Map<String, List<Integer>> byFile = new LinkedHashMap<>();
    for (int i = 0; i < inSource.size(); i++) {
      String name = inSource.get(i).scope().file().name();
      byFile.computeIfAbsent(name, file -> new ArrayList<>()).add(i);
    }
    return byFile;
  }

  private Optional<Suppressed> inSource(
      Finding finding, Map<String, List<Integer>> byFile, BitSet used) {
    Optional<Suppressed> found = Optional.empty();
    for (int i : byFile.getOrDefault(finding.at().file().name(), List.of())) {
      Suppression suppression = inSource.get(i);
      if (holds(suppression.expires())
          && suppression.scope().covers(finding.at())
          && names(suppression.rules(), finding.rule())) {
        used.set(i);
        found = found.or(() -> Optional.of(new Suppressed(By.IN_SOURCE, suppression.reason())));
      }
    }
    return found;
  }

  private Optional<Suppressed> configured(Finding finding, BitSet used) {
    Optional<Suppressed> found = Optional.empty();
    List<ConfiguredSuppression> all = configuration.suppressions();
    String path = all.isEmpty() ? "" : configuration.pathOf(finding.at().file().name());
    for (int i = 0; i < all.size(); i++) {
      ConfiguredSuppression suppression = all.get(i);
      if (holds(suppression.expires()) && suppression.covers(finding, path)) {
        used.set(i);
        found = found.or(() -> Optional.of(new Suppressed(By.CONFIGURATION, suppression.reason())));
      }
    }
    return found;
  }

  private boolean names(Set<String> rules, RuleMetadata rule) {
    return rules.stream()
        .anyMatch(word -> word.equalsIgnoreCase(rule.id()) || word.equalsIgnoreCase(rule.name()));
  }

  private boolean holds(Optional<LocalDate> expires) {
    return expires.map(last -> !today.isAfter(last)).orElse(true);
  }

  private List<Problem> problems(BitSet usedInSource, BitSet usedConfigured) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < inSource.size(); i++) {
      Suppression s = inSource.get(i);
      unknown(s).ifPresent(problems::add);
      boolean named = s.rules().stream().anyMatch(word -> known.find(word).isPresent());
      problem(s.at(), s.rules(), s.expires(), usedInSource.get(i) || !named)
          .ifPresent(problems::add);
    }
    List<ConfiguredSuppression> all = configuration.suppressions();
    for (int i = 0; i < all.size(); i++) {
      ConfiguredSuppression s = all.get(i);
      problem(s.at(), s.rules(), s.expires(), usedConfigured.get(i)).ifPresent(problems::add);
    }
    problems.sort(Comparator.comparing(Problem::at, Origin.BY_PLACE));
    return problems;
  }

  private Optional<Problem> unknown(Suppression suppression) {
    return new TreeSet<>(suppression.rules())
        .stream()
            .filter(word -> known.find(word).isEmpty())
            .findFirst()
            .map(word -> Problem.warning(known.unknown(word), suppression.at()));
  }

  private Optional<Problem> problem(
      Origin at, Set<String> rules, Optional<LocalDate> expires, boolean used) {
    String shown = "the suppression of " + String.join(", ", new TreeSet<>(rules));
    if (!holds(expires)) {
      String message = shown + " expired on " + expires.orElseThrow() + "; its findings are back";
      return Optional.of(Problem.warning(message, at));
    }
    return used
        ? Optional.empty()
        : Optional.of(Problem.note(shown + " matches no finding; it can go", at));
  }
}
