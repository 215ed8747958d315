package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Did-you-mean: the names nearest to a misspelt one. Only asked where a name is unknown, so that a
 * clean run never loads it.
 */
final class Suggestions {

  private static final int MOST = 3;

  private Suggestions() {}

  private record Candidate(String name, int distance) {}

  /**
   * At most three candidates within about a third of the wanted name's length, nearest first, then
   * by name.
   */
  static List<String> nearest(String wanted, Iterable<String> candidates) {
    return nearestWithin(wanted, candidates, 0);
  }

  /** As {@link #nearest}, where the last {@code given} characters say nothing of the name. */
  static List<String> nearestWithin(String wanted, Iterable<String> candidates, int given) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    int length = lower.length() - given;
    int threshold = length < 4 ? 1 : Math.max(2, length / 3);
    LevenshteinDistance distance = new LevenshteinDistance(threshold);
    List<Candidate> near = new ArrayList<>();
    for (String candidate : candidates) {
      int d = distanceTo(candidate.toLowerCase(Locale.ROOT), lower, distance);
      if (d >= 0) {
        near.add(new Candidate(candidate, d));
      }
    }
    near.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name));
    return near.stream()
        .filter(c -> c.distance <= near.get(0).distance + 1)
        .map(Candidate::name)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /**
   * A name that stops short of a variable part, such as {@code aws:PrincipalTag}, counts as near.
   */
  private static int distanceTo(String candidate, String wanted, LevenshteinDistance distance) {
    int variable = candidate.indexOf("/${");
    if (variable >= 0) {
      int slash = wanted.indexOf('/');
      String stem = slash < 0 ? wanted : wanted.substring(0, slash);
      int d = distance.apply(candidate.substring(0, variable), stem);
      return d < 0 ? d : d + (slash < 0 ? 1 : 0);
    }
    return distance.apply(candidate, wanted);
  }
}
