package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Templates as patterns in which letters that no text has stand for the holes, so that templates
 * can be cut as patterns are. A hole is never cut.
 */
final class Marked {

  /** The first letter of the private use area. */
  private static final char FIRST = '\uE000';

  /** The last; stands for no hole. */
  static final char SPARE = '\uF8FF';

  private final boolean ignoringCase;
  private final List<Piece.Hole> holes = new ArrayList<>();
  private final Template template;

  Marked(Template template) {
    this.template = template;
    this.ignoringCase = template.ignoringCase();
    for (Piece piece : template.pieces()) {
      if (piece instanceof Piece.Hole hole) {
        holes.add(hole);
      }
    }
  }

  /** Whether letters can stand for the holes of the template. */
  static boolean isPossible(Template template) {
    return template.pieces().size() < SPARE - FIRST
        && template.pieces().stream()
            .filter(Piece.Letters.class::isInstance)
            .noneMatch(
                letters -> ((Piece.Letters) letters).text().chars().anyMatch(Marked::isMark));
  }

  private static boolean isMark(int letter) {
    return letter >= FIRST && letter <= SPARE;
  }

  List<Piece.Hole> holes() {
    return holes;
  }

  /** With its letter in each hole. */
  Pattern pattern() {
    return with(number -> List.of(new Piece.Letters(String.valueOf((char) (FIRST + number)))));
  }

  /** With something else in each hole, by its number. */
  Pattern with(IntFunction<List<Piece>> filling) {
    List<Piece> pieces = new ArrayList<>();
    int number = 0;
    for (Piece piece : template.pieces()) {
      if (piece instanceof Piece.Hole) {
        pieces.addAll(filling.apply(number++));
      } else {
        pieces.add(piece);
      }
    }
    return new Template(pieces, ignoringCase).filled(hole -> Optional.empty()).orElseThrow();
  }

  /** A part of {@link #pattern()} as the template it stands for. */
  Template unmarked(Pattern part) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    part.readBy(
        new Pattern.Reader() {
          @Override
          public void letter(char... oneOf) {
            char letter = oneOf[oneOf.length - 1];
            if (isMark(letter)) {
              add(holes.get(letter - FIRST));
            } else {
              letters.append(letter);
            }
          }

          @Override
          public void run(boolean withoutColon) {
            add(withoutColon ? Piece.Wildcard.RUN_WITHOUT_COLON : Piece.Wildcard.RUN);
          }

          @Override
          public void one(boolean withoutColon) {
            add(withoutColon ? Piece.Wildcard.ONE_WITHOUT_COLON : Piece.Wildcard.ONE);
          }

          private void add(Piece piece) {
            flush(letters, pieces);
            pieces.add(piece);
          }
        });
    flush(letters, pieces);
    return new Template(pieces, ignoringCase);
  }

  private static void flush(StringBuilder letters, List<Piece> into) {
    if (letters.length() > 0) {
      into.add(new Piece.Letters(letters.toString()));
      letters.setLength(0);
    }
  }
}
