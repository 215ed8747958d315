package io.rolewright.parse.cloudformation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One way the undecided comparisons of a template may turn out. It is asked, and remembers what was
 * asked: comparisons that nobody asked for do not matter.
 *
 * <p>Law: no two answers contradict each other. A comparison that earlier answers decide is no
 * decision of this world.
 */
final class World {

  /** A condition of the template that is a comparison, or its negation. */
  record Alias(String condition, boolean positive) {}

  private final Map<Atom, Boolean> given;
  private final boolean otherwise;
  private final Map<Atom, Boolean> known = new LinkedHashMap<>();
  private final Map<Atom, Boolean> decisions = new LinkedHashMap<>();
  private final Map<String, Boolean> conditions = new LinkedHashMap<>();
  private final Map<Atom, Alias> aliases = new LinkedHashMap<>();

  /** The world that answers as {@code given}, and {@code otherwise} where that says nothing. */
  World(Map<Atom, Boolean> given, boolean otherwise) {
    this.given = Map.copyOf(given);
    this.otherwise = otherwise;
  }

  /** Whether the comparison holds here. */
  boolean holds(Atom atom) {
    Boolean before = known.get(atom);
    if (before != null) {
      return before;
    }
    Optional<Boolean> forced = forced(atom);
    boolean value = forced.orElseGet(() -> given.getOrDefault(atom, otherwise));
    known.put(atom, value);
    if (forced.isEmpty()) {
      decisions.put(atom, value);
    }
    return value;
  }

  /** The answers that were free, in the order of asking. */
  Map<Atom, Boolean> decisions() {
    return decisions;
  }

  /** All answers, those included that follow from others. */
  Map<Atom, Boolean> known() {
    return known;
  }

  /** The values of the template's conditions that were asked for. */
  Map<String, Boolean> conditions() {
    return conditions;
  }

  /** The conditions that are nothing but a comparison. */
  Map<Atom, Alias> aliases() {
    return aliases;
  }

  private Optional<Boolean> forced(Atom atom) {
    if (!atom.among().isEmpty() && atom.constant() && !atom.among().contains(atom.right())) {
      return Optional.of(false);
    }
    int ruledOut = 0;
    for (Map.Entry<Atom, Boolean> other : known.entrySet()) {
      if (atom.excludes(other.getKey())) {
        if (other.getValue()) {
          return Optional.of(false);
        }
        ruledOut += atom.among().contains(other.getKey().right()) ? 1 : 0;
      }
    }
    boolean last = !atom.among().isEmpty() && ruledOut == atom.among().size() - 1;
    return last ? Optional.of(true) : Optional.empty();
  }
}
