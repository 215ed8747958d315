package io.rolewright.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A value that is one of a few words.
 *
 * @param words as typed
 * @param meaning of a word; empty if it is none of the words
 */
record Choice<T>(List<String> words, Function<String, Optional<T>> meaning)
    implements ITypeConverter<T> {

  @Override
  public T convert(String word) {
    return meaning
        .apply(word)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "`" + word + "` is not one of " + quoted() + suggestion(word, words)));
  }

  private String quoted() {
    return words.stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "));
  }

  /** {@code ; did you mean `x`}, or nothing where no candidate is near. */
  static String suggestion(String word, List<String> candidates) {
    return nearest(word, candidates).map(c -> "; did you mean `" + c + "`").orElse("");
  }

  private static Optional<String> nearest(String word, List<String> candidates) {
    String typed = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, Math.min(3, typed.length() / 2));
    LevenshteinDistance distance = new LevenshteinDistance(limit);
    Optional<String> best = Optional.empty();
    int least = limit + 1;
    for (String candidate : candidates) {
      int away = distance.apply(typed, candidate.toLowerCase(Locale.ROOT));
      if (away >= 0 && away < least) {
        least = away;
        best = Optional.of(candidate);
      }
    }
    return best;
  }
}
