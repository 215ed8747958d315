package io.rolewright.parse.cloudformation;

import io.rolewright.parse.cloudformation.Worlds.Seen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A result with the worlds that give it.
 *
 * @param when {@code when condition `IsProd` is true}; empty where every world gives the result
 */
record Outcome<T>(T result, String when) {

  private static final int MOST_SHOWN = 3;

  /** The different results, each once, in the order of seeing them. */
  static <T> List<Outcome<T>> of(List<Seen<T>> seen) {
    Map<T, List<World>> groups = new LinkedHashMap<>();
    seen.forEach(s -> groups.computeIfAbsent(s.result(), r -> new ArrayList<>()).add(s.world()));
    List<World> all = seen.stream().map(Seen::world).toList();
    List<Outcome<T>> outcomes = new ArrayList<>();
    groups.forEach(
        (result, group) -> outcomes.add(new Outcome<>(result, new Wording(group, all).text())));
    return outcomes;
  }

  /** Finds words for a set of worlds. */
  private record Wording(List<World> group, List<World> all) {

    String text() {
      if (group.size() == all.size()) {
        return "";
      }
      for (boolean value : new boolean[] {true, false}) {
        for (String condition : all.get(0).conditions().keySet()) {
          if (isTold(condition, value)) {
            return "when " + shown(condition, value);
          }
        }
      }
      return comparisons();
    }

    /** Whether the group is exactly the worlds where a condition has a value. */
    private boolean isTold(String condition, boolean value) {
      int count = 0;
      for (World world : all) {
        Boolean here = world.conditions().get(condition);
        if (here == null || (here == value) != group.contains(world)) {
          return false;
        }
        count++;
      }
      return count > 0;
    }

    private String comparisons() {
      Set<Map<Atom, Boolean>> needed = new LinkedHashSet<>();
      group.forEach(world -> needed.add(needed(world)));
      needed.removeIf(some -> needed.stream().anyMatch(o -> o != some && isWithin(some, o)));
      List<String> texts = needed.stream().map(this::shown).distinct().toList();
      List<String> first = texts.subList(0, Math.min(MOST_SHOWN, texts.size()));
      String rest = texts.size() > MOST_SHOWN ? ", or in other cases" : "";
      return "when " + String.join(", or when ", first) + rest;
    }

    private static boolean isWithin(Map<Atom, Boolean> some, Map<Atom, Boolean> other) {
      return some.size() > other.size() && some.entrySet().containsAll(other.entrySet());
    }

    /** The decisions of a world without those that do not matter. */
    private Map<Atom, Boolean> needed(World world) {
      Map<Atom, Boolean> needed = new LinkedHashMap<>(world.decisions());
      for (Atom atom : world.decisions().keySet()) {
        Boolean value = needed.remove(atom);
        if (!leadsToGroup(needed)) {
          needed.put(atom, value);
        }
      }
      return needed;
    }

    private boolean leadsToGroup(Map<Atom, Boolean> answers) {
      for (World world : all) {
        if (!group.contains(world) && agrees(world, answers)) {
          return false;
        }
      }
      return true;
    }

    private static boolean agrees(World world, Map<Atom, Boolean> answers) {
      return answers.entrySet().stream()
          .allMatch(a -> a.getValue().equals(world.known().getOrDefault(a.getKey(), a.getValue())));
    }

    private String shown(Map<Atom, Boolean> answers) {
      List<String> texts = new ArrayList<>();
      answers.forEach((atom, value) -> texts.add(shown(atom, value)));
      return String.join(" and ", texts);
    }

    private String shown(Atom atom, boolean value) {
      for (World world : all) {
        World.Alias alias = world.aliases().get(atom);
        if (alias != null) {
          return shown(alias.condition(), alias.positive() == value);
        }
      }
      return atom.shown(value);
    }

    private static String shown(String condition, boolean value) {
      return "condition `" + condition + "` is " + value;
    }
  }
}
