package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.strings.Language;
import java.util.List;
import java.util.Optional;

/**
 * A text of a request that is put together of letters and fields, such as the caller's ARN: {@code
 * arn:aws:iam::}, the account, {@code :role/}, path and name. So what is one in AWS is one in the
 * formula, and two keys that say the same thing cannot disagree.
 *
 * <p>It is there if all its fields are.
 *
 * @param pieces letters and holes without anything that stands in
 */
public record Compound(List<Piece> pieces) {

  public Compound {
    pieces = List.copyOf(pieces);
    for (Piece piece : pieces) {
      boolean fits =
          piece instanceof Piece.Letters
              || piece instanceof Piece.Hole hole && hole.otherwise().isEmpty();
      if (!fits) {
        throw new IllegalArgumentException("a compound has letters and fields only");
      }
    }
  }

  /** Just the field. */
  public static Compound of(Field field) {
    return new Compound(List.of(new Piece.Hole(field, Optional.empty())));
  }

  /** Just this text. */
  public static Compound of(String text) {
    return new Compound(List.of(new Piece.Letters(text)));
  }

  /** That all fields are there. */
  public Formula present(Formulas formulas) {
    throw new UnsupportedOperationException();
  }

  /** That it is there and in the language. */
  public Formula in(Language language, Formulas formulas) {
    throw new UnsupportedOperationException();
  }
}
