package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Demands that join no fields and that every request meets which meets the literals: any text in a
 * hole where more texts are weaker, no template with a hole where fewer are.
 */
final class Relaxation {

  private final List<Constraint> constraints = new ArrayList<>();

  Relaxation(List<Literal> literals) {
    for (Literal literal : literals) {
      if (literal.atom() instanceof Atom.Joined joined) {
        add(joined, literal);
      } else {
        constraints.add(Constraint.of(literal));
      }
    }
  }

  List<Constraint> constraints() {
    return constraints;
  }

  private void add(Atom.Joined joined, Literal literal) {
    boolean growsWithTexts = joined.test() != Atom.Test.SOME_OUTSIDE == literal.positive();
    Atom weaker = growsWithTexts ? joined.widened() : joined.narrowed();
    constraints.add(new Constraint(weaker, literal.positive(), literal));
    if (literal.positive() && joined.test() != Atom.Test.SOME_OUTSIDE) {
      for (Field needed : needed(joined)) {
        constraints.add(new Constraint(new Atom.Present(needed), true, literal));
      }
    }
  }

  /** The fields without which no template fits anything. */
  private static TreeSet<Field> needed(Atom.Joined joined) {
    TreeSet<Field> needed = new TreeSet<>(joined.holes());
    joined.templates().forEach(template -> needed.retainAll(needed(template)));
    return needed;
  }

  private static List<Field> needed(Template template) {
    return template.pieces().stream()
        .filter(piece -> piece instanceof Piece.Hole hole && hole.otherwise().isEmpty())
        .map(piece -> ((Piece.Hole) piece).field())
        .toList();
  }
}
