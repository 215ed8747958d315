package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parts of an ARN pattern are: both pattern and value are cut at the first five colons,
 * and no wildcard crosses such a cut (R1.20, R1.32). Right as long as no doubtful hole has a colon
 * in it.
 *
 * @param exact wildcards before the last part take no colon
 * @param flat wildcards take any letter: fits all that the pattern may fit, however it is cut
 * @param doubtful the holes whose colons would move a cut across a wildcard
 * @param whole whether the pattern has six parts by its letters alone
 */
record Layout(
    List<Piece> exact, List<Piece> flat, List<Piece.Hole> doubtful, boolean whole, int colons) {

  /** The colons at which an ARN is cut. */
  static final int CUTS = 5;

  static Layout of(List<Piece> pieces, Shapes shapes) {
    List<Piece> exact = new ArrayList<>();
    List<Piece.Hole> holes = new ArrayList<>();
    int certain = 0; // holes that come before a wildcard
    int colons = 0;
    for (Piece piece : pieces) {
      boolean early = colons < CUTS;
      if (piece instanceof Piece.Letters letters) {
        colons += colons(letters.text());
      } else if (piece instanceof Piece.Hole hole && shapes.mayHoldColon(hole)) {
        holes.add(hole);
      } else if (piece instanceof Piece.Wildcard && early) {
        certain = holes.size();
      }
      exact.add(early ? withoutColon(piece) : piece);
    }
    return new Layout(exact, pieces, holes.subList(0, certain), colons >= CUTS, colons);
  }

  /** With all parts that are missing, which a star at the end covers (R1.20). */
  Layout padded() {
    List<Piece> longer = new ArrayList<>(exact);
    for (int cut = colons; cut < CUTS; cut++) {
      longer.add(new Piece.Letters(":"));
      longer.add(cut == CUTS - 1 ? Piece.Wildcard.RUN : Piece.Wildcard.RUN_WITHOUT_COLON);
    }
    return new Layout(longer, flat, doubtful, true, CUTS);
  }

  boolean endsInStar() {
    return !flat.isEmpty() && flat.get(flat.size() - 1) == Piece.Wildcard.RUN;
  }

  private static Piece withoutColon(Piece piece) {
    if (piece == Piece.Wildcard.RUN) {
      return Piece.Wildcard.RUN_WITHOUT_COLON;
    }
    return piece == Piece.Wildcard.ONE ? Piece.Wildcard.ONE_WITHOUT_COLON : piece;
  }

  private static int colons(String text) {
    return (int) text.chars().filter(c -> c == ':').count();
  }
}
