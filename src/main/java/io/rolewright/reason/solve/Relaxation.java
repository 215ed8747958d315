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
 * Demands that join no fields, in the place of literals of which some do. Weaker ones are met by
 * every request that meets the literals: any text in a hole where more texts are weaker, no
 * template with a hole where fewer are. Stronger ones the other way round: who meets them meets the
 * literals.
 */
final class Relaxation {

  private final List<Constraint> constraints = new ArrayList<>();

  private Relaxation(List<Literal> literals, boolean weaker) {
    for (Literal literal : literals) {
      if (literal.atom() instanceof Atom.Joined joined) {
        boolean growsWithTexts = joined.test() != Atom.Test.SOME_OUTSIDE == literal.positive();
        Atom atom = growsWithTexts == weaker ? joined.widened() : joined.narrowed();
        constraints.add(new Constraint(atom, literal.positive(), literal));
        addNeeded(joined, literal);
      } else {
        constraints.add(Constraint.of(literal));
      }
    }
  }

  /** What follows from the literals. */
  static List<Constraint> weaker(List<Literal> literals) {
    return new Relaxation(literals, true).constraints;
  }

  /** That from which the literals follow. */
  static List<Constraint> stronger(List<Literal> literals) {
    return new Relaxation(literals, false).constraints;
  }

  /** Follows from a positive literal; where stronger demands are wanted it does no harm. */
  private void addNeeded(Atom.Joined joined, Literal literal) {
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
