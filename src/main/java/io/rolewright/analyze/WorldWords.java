package io.rolewright.analyze;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in which of a thing's worlds a finding is made, where it is not made in all of them. */
final class WorldWords {

  private static final String WHEN = "when ";
  private static final int MOST_SHOWN = 3;

  private WorldWords() {}

  /**
   * What the worlds have in common, if no other world has it; else the worlds one by one.
   *
   * @param found where the finding is made, at least one, such as {@code when condition `A` is
   *     true}
   * @param all the worlds of the thing
   */
  static String of(Collection<String> found, Collection<String> all) {
    Set<String> common = parts(found.iterator().next());
    found.forEach(world -> common.retainAll(parts(world)));
    if (!common.isEmpty() && isTelling(common, found, all)) {
      return WHEN + String.join(" and ", common);
    }
    List<String> first = found.stream().limit(MOST_SHOWN).toList();
    return String.join(", or ", first) + (found.size() > MOST_SHOWN ? ", or in other cases" : "");
  }

  private static boolean isTelling(
      Set<String> common, Collection<String> found, Collection<String> all) {
    return all.stream()
        .noneMatch(world -> !found.contains(world) && parts(world).containsAll(common));
  }

  private static Set<String> parts(String world) {
    boolean simple = world.startsWith(WHEN) && !world.contains(", or ");
    String[] parts = simple ? world.substring(WHEN.length()).split(" and ") : new String[] {world};
    return new LinkedHashSet<>(List.of(parts));
  }
}
