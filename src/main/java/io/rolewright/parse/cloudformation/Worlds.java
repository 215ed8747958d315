package io.rolewright.parse.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs a reading in every world that makes a difference to it.
 *
 * <p>A reading is run once; the comparisons it asked for span a decision tree, which is walked
 * depth first by running it again with the last answer changed. Up to {@value #MOST} worlds that is
 * exact. Beyond, the worlds looked at are: all comparisons true, all false, and each of them
 * changed alone.
 */
final class Worlds {

  /** How many worlds are looked at exactly: five independent comparisons. */
  static final int MOST = 32;

  private static final int MOST_FLIPPED = 64;

  /** What a reading gave in one world. */
  record Seen<T>(World world, T result) {}

  /**
   * All that was seen.
   *
   * @param complete whether every world was looked at
   */
  record Exploration<T>(List<Seen<T>> seen, boolean complete) {}

  private Worlds() {}

  static <T> Exploration<T> explore(Function<World, T> reading) {
    List<Seen<T>> seen = new ArrayList<>();
    Optional<Map<Atom, Boolean>> next = Optional.of(Map.of());
    while (next.isPresent()) {
      if (seen.size() == MOST) {
        return new Exploration<>(sample(reading, seen), false);
      }
      Seen<T> leaf = run(reading, next.get(), true);
      seen.add(leaf);
      next = after(leaf.world);
    }
    return new Exploration<>(seen, true);
  }

  /** The answers that lead to the next leaf of the decision tree. */
  private static Optional<Map<Atom, Boolean>> after(World world) {
    List<Map.Entry<Atom, Boolean>> decisions = new ArrayList<>(world.decisions().entrySet());
    int last = decisions.size() - 1;
    while (last >= 0 && !decisions.get(last).getValue()) {
      last--;
    }
    if (last < 0) {
      return Optional.empty();
    }
    Map<Atom, Boolean> prefix = new LinkedHashMap<>();
    decisions.subList(0, last).forEach(d -> prefix.put(d.getKey(), d.getValue()));
    prefix.put(decisions.get(last).getKey(), false);
    return Optional.of(prefix);
  }

  private static <T> List<Seen<T>> sample(Function<World, T> reading, List<Seen<T>> walked) {
    Map<Map<Atom, Boolean>, Seen<T>> sampled = new LinkedHashMap<>();
    Set<Atom> atoms = new LinkedHashSet<>();
    walked.forEach(leaf -> atoms.addAll(leaf.world.decisions().keySet()));
    for (boolean all : new boolean[] {true, false}) {
      Seen<T> same = run(reading, Map.of(), all);
      sampled.putIfAbsent(same.world.known(), same);
      atoms.addAll(same.world.decisions().keySet());
    }
    List<Atom> flipped = List.copyOf(atoms).subList(0, Math.min(MOST_FLIPPED, atoms.size()));
    for (boolean all : new boolean[] {true, false}) {
      for (Atom atom : flipped) {
        Seen<T> one = run(reading, Map.of(atom, !all), all);
        sampled.putIfAbsent(one.world.known(), one);
      }
    }
    return List.copyOf(sampled.values());
  }

  private static <T> Seen<T> run(
      Function<World, T> reading, Map<Atom, Boolean> given, boolean otherwise) {
    World world = new World(given, otherwise);
    T result = reading.apply(world);
    return new Seen<>(world, result);
  }
}
