package io.rolewright.source;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Did-you-mean: the word that a misspelt one was probably meant to be. Asked only where a word is
 * unknown, so that a clean run never loads it.
 *
 * <p>Distance is the number of letters to add, drop or change; letter case does not count. Of
 * equally close words the first in the alphabet is taken.
 */
public final class Closest {

  private Closest() {}

  /**
   * The closest of some words.
   *
   * @param farthest the greatest distance at which a word still counts as meant, at least 0
   */
  public static Optional<String> to(String written, Iterable<String> words, int farthest) {
    String lower = written.toLowerCase(Locale.ROOT);
    LevenshteinDistance distance = new LevenshteinDistance(farthest);
    Optional<String> closest = Optional.empty();
    int least = farthest + 1;
    for (String word : words) {
      int apart = distance.apply(lower, word.toLowerCase(Locale.ROOT));
      boolean first = closest.filter(c -> c.compareTo(word) <= 0).isEmpty();
      if (apart >= 0 && (apart < least || (apart == least && first))) {
        least = apart;
        closest = Optional.of(word);
      }
    }
    return closest;
  }

  /**
   * The end of a message, {@code ; did you mean `x`}; empty where no word is within two letters or
   * a third of the written one's.
   */
  public static String hint(String written, Iterable<String> words) {
    return hint(written, words, Math.max(2, written.length() / 3));
  }

  /** The same, empty where no word is within {@code farthest}. */
  public static String hint(String written, Iterable<String> words, int farthest) {
    return to(written, words, farthest).map(word -> "; did you mean `" + word + "`").orElse("");
  }
}
