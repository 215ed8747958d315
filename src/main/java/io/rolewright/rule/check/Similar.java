package io.rolewright.rule.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that somebody may have meant. */
final class Similar {

  private static final int FARTHEST = 3;

  private Similar() {}

  /** The candidate that differs least, letter case aside, if it differs little. */
  static Optional<String> to(String word, List<String> candidates) {
    LevenshteinDistance distance = new LevenshteinDistance(FARTHEST);
    String lower = word.toLowerCase(Locale.ROOT);
    Optional<String> best = Optional.empty();
    int least = Math.min(FARTHEST, word.length() / 3) + 1;
    for (String candidate : candidates) {
      int apart = distance.apply(lower, candidate.toLowerCase(Locale.ROOT));
      if (apart >= 0 && apart < least) {
        least = apart;
        best = Optional.of(candidate);
      }
    }
    return best;
  }
}
