package io.rolewright.cli;

import io.rolewright.source.Closest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    return Closest.hint(word, candidates, Math.max(1, Math.min(3, word.length() / 2)));
  }
}
