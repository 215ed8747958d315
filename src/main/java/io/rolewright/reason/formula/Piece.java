package io.rolewright.reason.formula;

import io.rolewright.reason.strings.Pattern;
import java.util.Optional;

/** One piece of a {@link Template}. */
public sealed interface Piece {

  /** Text as it stands; {@code *} and {@code ?} are letters. */
  record Letters(String text) implements Piece {}

  /** A wildcard, with the meaning it has in a {@link Pattern}. */
  enum Wildcard implements Piece {
    RUN,
    ONE,
    RUN_WITHOUT_COLON,
    ONE_WITHOUT_COLON;

    Pattern.Builder addTo(Pattern.Builder pattern) {
      return switch (this) {
        case RUN -> pattern.run();
        case ONE -> pattern.one();
        case RUN_WITHOUT_COLON -> pattern.runWithoutColon();
        case ONE_WITHOUT_COLON -> pattern.oneWithoutColon();
      };
    }
  }

  /**
   * The text of a field, letter for letter: wildcards in it are letters.
   *
   * @param field with one text
   * @param otherwise what stands here if the field is absent; without it the template fits nothing
   */
  record Hole(Field field, Optional<String> otherwise) implements Piece {

    public Hole {
      if (field.sort() != Field.Sort.TEXT) {
        throw new IllegalArgumentException("a hole takes a field with one text, not " + field);
      }
    }
  }
}
