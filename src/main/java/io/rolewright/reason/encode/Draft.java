package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * What a text of a policy is in the requests of which {@code guard} holds.
 *
 * @param pieces neighbouring letters are one piece
 * @param loose whether a wildcard stands for the value of a variable that has no text in formulas
 */
record Draft(Formula guard, List<Piece> pieces, boolean loose) {

  Draft {
    pieces = joined(pieces);
  }

  private static List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : pieces) {
      int last = joined.size() - 1;
      if (!(piece instanceof Piece.Letters letters)) {
        joined.add(piece);
      } else if (last >= 0 && joined.get(last) instanceof Piece.Letters before) {
        joined.set(last, new Piece.Letters(before.text() + letters.text()));
      } else if (!letters.text().isEmpty()) {
        joined.add(letters);
      }
    }
    return List.copyOf(joined);
  }

  /** The holes, in order. */
  List<Piece.Hole> holes() {
    return pieces.stream()
        .filter(Piece.Hole.class::isInstance)
        .map(Piece.Hole.class::cast)
        .toList();
  }
}
