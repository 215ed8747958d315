package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import java.util.List;
import java.util.Optional;

/**
 * A text of a request that is put together of letters and fields, such as the caller's ARN: {@code
 * arn:aws:iam::}, the account, {@code :role/}, path and name. So what is one in AWS is one in the
 * formula, and two keys that say the same thing cannot disagree.
 *
 * <p>It is there if all its fields are. A compound test is exact: a text of several pieces is in a
 * language exactly if for one way to cut a pattern of it each piece fits its part.
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
    return in(Language.universal(), formulas);
  }

  /** That it is there and in the language. */
  public Formula in(Language language, Formulas formulas) {
    return in(language, formulas, Shapes.any());
  }

  /** The same, for requests whose fields keep to their shapes. */
  Formula in(Language language, Formulas formulas, Shapes shapes) {
    return new Products(pieces, formulas, shapes.factors(formulas)).in(language);
  }

  /** The text, if it has no fields. */
  Optional<String> constant() {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      if (!(piece instanceof Piece.Letters letters)) {
        return Optional.empty();
      }
      text.append(letters.text());
    }
    return Optional.of(text.toString());
  }

  /** With its fields as in a policy: {@code ${field}}. */
  @Override
  public String toString() {
    return new Template(pieces, false).toString();
  }

  /** What it is in a request; none if a field of it is absent. */
  Optional<String> text(Assignment request) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      Optional<String> part =
          piece instanceof Piece.Letters letters
              ? Optional.of(letters.text())
              : request.text(((Piece.Hole) piece).field());
      if (part.isEmpty()) {
        return Optional.empty();
      }
      text.append(part.get());
    }
    return Optional.of(text.toString());
  }

  /** The field, if it is just one. */
  Optional<Field> field() {
    return pieces.size() == 1 && pieces.get(0) instanceof Piece.Hole hole
        ? Optional.of(hole.field())
        : Optional.empty();
  }
}
