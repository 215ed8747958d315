package io.rolewright.reason.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Puts formulas in the place of tests; what is shared is done once. */
final class Substitution {

  private final Formulas formulas;
  private final Function<Atom, Formula> by;
  private final Map<Formula, Formula> done = new HashMap<>();

  Substitution(Formulas formulas, Function<Atom, Formula> by) {
    this.formulas = formulas;
    this.by = by;
  }

  Formula in(Formula formula) {
    Formula known = done.get(formula);
    if (known == null) {
      known = work(formula);
      done.put(formula, known);
    }
    return known;
  }

  private Formula work(Formula formula) {
    return formula.match(
        new Formula.Cases<>(
            constant -> constant,
            atomic -> by.apply(atomic.atom()),
            not -> formulas.not(in(not.inner())),
            and -> formulas.and(and.parts().stream().map(this::in).toList()),
            or -> formulas.or(or.parts().stream().map(this::in).toList())));
  }

  /** With the texts of the fields that are known in their holes. */
  static Atom.Joined filled(Atom.Joined joined, Assignment request, Set<Field> known) {
    List<Template> templates = new ArrayList<>();
    for (Template template : joined.templates()) {
      List<Piece> pieces = new ArrayList<>();
      boolean fits = true;
      for (Piece piece : template.pieces()) {
        if (piece instanceof Piece.Hole hole && known.contains(hole.field())) {
          fits &= request.isPresent(hole.field()) || hole.otherwise().isPresent();
          request
              .text(hole.field())
              .or(hole::otherwise)
              .ifPresent(text -> pieces.add(new Piece.Letters(text)));
        } else {
          pieces.add(piece);
        }
      }
      if (fits) {
        templates.add(new Template(pieces, template.ignoringCase()));
      }
    }
    return new Atom.Joined(joined.test(), joined.field(), templates);
  }
}
