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
  private volatile Optional<List<Rule>> rules = Optional.empty();

  private RuleSet(List<Rule> own) {
    this.own = List.copyOf(own);
    List<RuleMetadata> all = new ArrayList<>(withoutOwn(RuleBook.metadata()));
    own.forEach(rule -> all.add(rule.metadata()));
    all.sort(Comparator.comparing(RuleMetadata::id));
    this.metadata = List.copyOf(all);
  }

  /** The rules that come with Rolewright. */
  public static RuleSet shipped() {
    return new RuleSet(List.of());
  }

  /** The rules that come with Rolewright and others, which replace those of the same id. */
  public static RuleSet with(List<Rule> own) {
    return new RuleSet(own);
  }

  private List<RuleMetadata> withoutOwn(List<RuleMetadata> shipped) {
    Set<String> ids = new HashSet<>();
    own.forEach(rule -> ids.add(rule.metadata().id()));
    return shipped.stream().filter(rule -> !ids.contains(rule.id())).toList();
  }

  /** What is known of each rule; loads no checker. */
  public List<RuleMetadata> metadata() {
    return metadata;
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
    Set<String> ids = new HashSet<>();
    own.forEach(rule -> ids.add(rule.metadata().id()));
    List<Rule> all = new ArrayList<>(own);
    RuleBook.rules().stream().filter(r -> !ids.contains(r.metadata().id())).forEach(all::add);
    all.sort(Comparator.comparing(rule -> rule.metadata().id()));
    return List.copyOf(all);
  }
}
