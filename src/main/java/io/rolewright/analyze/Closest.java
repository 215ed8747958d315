package io.rolewright.analyze;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what a misspelt word was meant to be. */
final class Closest {

  private Closest() {}

  /** {@code ; did you mean `x`}, or nothing where no word is close. */
  static String hint(String written, Collection<String> words) {
    return of(written, words).map(word -> "; did you mean `" + word + "`").orElse("");
  }

  /** The closest word, of equally close ones the first in the alphabet. */
  private static Optional<String> of(String written, Collection<String> words) {
    LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, written.length() / 3));
    String lower = written.toLowerCase(Locale.ROOT);
    String closest = null;
    int best = Integer.MAX_VALUE;
    for (String word : words.stream().sorted().toList()) {
      int steps = distance.apply(lower, word.toLowerCase(Locale.ROOT));
      if (steps >= 0 && steps < best) {
        best = steps;
        closest = word;
      }
    }
    return Optional.ofNullable(closest);
  }
}
