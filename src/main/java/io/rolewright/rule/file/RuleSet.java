package io.rolewright.rule.file;

import io.rolewright.rule.Rule;
import io.rolewright.rule.RuleMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a run: those that come with Rolewright, and the user's own. Checkers are loaded when
 * somebody asks for {@link #rules()}, and once.
 *
 * <p>Law: no two rules have the same id; sorted by id.
 */
public final class RuleSet {

  private final List<Rule> own;
  private final List<RuleMetadata> metadata;
  private final List<RuleMetadata> known;
  private volatile Optional<List<Rule>> rules = Optional.empty();

  private RuleSet(List<Rule> own, List<RuleMetadata> broken) {
    this.own = List.copyOf(own);
    this.metadata = merged(RuleBook.metadata(), own.stream().map(Rule::metadata).toList());
    this.known = broken.isEmpty() ? metadata : merged(broken, metadata);
  }

  /** The rules that come with Rolewright. */
  public static RuleSet shipped() {
    return new RuleSet(List.of(), List.of());
  }

  /** These rules and those of a loader, which replace any of the same id. */
  public RuleSet plus(RuleLoader loader) {
    List<Rule> more = loader.rules();
    if (more.isEmpty() && loader.broken().isEmpty()) {
      return this;
    }
    List<Rule> all = new ArrayList<>(more);
    Set<String> ids = ids(more.stream().map(Rule::metadata).toList());
    own.stream().filter(rule -> !ids.contains(rule.metadata().id())).forEach(all::add);
    return new RuleSet(all, loader.broken());
  }

  private static List<RuleMetadata> merged(List<RuleMetadata> some, List<RuleMetadata> others) {
    Set<String> ids = ids(others);
    List<RuleMetadata> all = new ArrayList<>(others);
    some.stream().filter(rule -> !ids.contains(rule.id())).forEach(all::add);
    all.sort(Comparator.comparing(RuleMetadata::id));
    return List.copyOf(all);
  }

  private static Set<String> ids(List<RuleMetadata> rules) {
    Set<String> ids = new HashSet<>();
    rules.forEach(rule -> ids.add(rule.id()));
    return ids;
  }

  /** What is known of each rule; loads no checker. */
  public List<RuleMetadata> metadata() {
    return metadata;
  }

  /** The same with the private rules that are broken: they cannot run, but they may be named. */
  public List<RuleMetadata> known() {
    return known;
  }

  /** The rules, ready to run. */
  public List<Rule> rules() {
    Optional<List<Rule>> loaded = rules;
    if (loaded.isEmpty()) {
      loaded = Optional.of(load());
      rules = loaded;
    }
    return loaded.get();
  }

  private List<Rule> load() {
    Set<String> ids = ids(own.stream().map(Rule::metadata).toList());
    List<Rule> all = new ArrayList<>(own);
    RuleBook.rules().stream().filter(r -> !ids.contains(r.metadata().id())).forEach(all::add);
    all.sort(Comparator.comparing(rule -> rule.metadata().id()));
    return List.copyOf(all);
  }
}
