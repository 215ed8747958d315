package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether what stands in a hole of a template may be compared with more than a part of one field: a
 * letter of the compound, the place between two fields, or nothing between letters. Found out by
 * marking the place in the compound and asking whether the hole may have the mark in it.
 */
final class HoleSplits {

  private static final String MARK = String.valueOf(Marked.SPARE);

  private final Formulas formulas;
  private final Shapes shapes;
  private final Marked template;
  private final List<Piece> pieces;

  HoleSplits(Formulas formulas, Shapes shapes, Marked template, Compound given) {
    this.formulas = formulas;
    this.shapes = shapes;
    this.template = template;
    this.pieces = given.pieces();
  }

  /** Whether there is such a place; shapes that are not known count as any. */
  boolean arePossible() {
    for (int number = 0; number < template.holes().size(); number++) {
      if (isPossible(number)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPossible(int number) {
    boolean colon = shapes.mayHoldColon(template.holes().get(number));
    boolean empty = shapes.mayBeEmpty(template.holes().get(number));
    for (int piece = 0; piece < pieces.size(); piece++) {
      if (pieces.get(piece) instanceof Piece.Letters letters) {
        if (isPossible(number, piece, letters.text(), colon, empty)) {
          return true;
        }
      } else if (piece > 0
          && pieces.get(piece - 1) instanceof Piece.Hole
          && meets(number, with(piece, piece, MARK), false)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPossible(int number, int piece, String text, boolean colon, boolean empty) {
    for (int at = 0; at <= text.length(); at++) {
      String before = text.substring(0, at);
      boolean letter = at < text.length() && (colon || text.charAt(at) != ':');
      if (letter
          && meets(number, with(piece, piece + 1, before + MARK + text.substring(at + 1)), false)) {
        return true;
      }
      if (empty
          && meets(number, with(piece, piece + 1, before + MARK + text.substring(at)), true)) {
        return true;
      }
    }
    return false;
  }

  /** The compound with letters in the place of some pieces. */
  private List<Piece> with(int from, int to, String letters) {
    List<Piece> changed = new ArrayList<>(pieces.subList(0, from));
    changed.add(new Piece.Letters(letters));
    changed.addAll(pieces.subList(to, pieces.size()));
    return changed;
  }

  /** Whether the mark may be in this hole, or be all of it. */
  private boolean meets(int number, List<Piece> marked, boolean all) {
    Pattern pattern =
        template.with(
            hole -> {
              Piece run = run(template.holes().get(hole));
              Piece mark = new Piece.Letters(MARK);
              return hole != number ? List.of(run) : all ? List.of(mark) : List.of(run, mark, run);
            });
    Formula met = new Products(marked, formulas, shapesOnly()).in(Language.of(List.of(pattern)));
    return met != formulas.no();
  }

  private Piece run(Piece.Hole hole) {
    return shapes.mayHoldColon(hole) ? Piece.Wildcard.RUN : Piece.Wildcard.RUN_WITHOUT_COLON;
  }

  /** Whether fields can be so is all that counts here; the mark is in none. */
  private Products.Factors shapesOnly() {
    return new Products.Factors() {
      @Override
      public Formula in(Field field, Language language) {
        return formulas.constant(language.patterns().stream().anyMatch(p -> canFit(field, p)));
      }

      @Override
      public boolean canFit(Field field, Pattern pattern) {
        return pattern.toString().indexOf(Marked.SPARE) < 0 && shapes.canFit(field, pattern);
      }
    };
  }
}
