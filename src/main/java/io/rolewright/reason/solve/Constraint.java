package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;

/**
 * One demand on one field.
 *
 * @param atom no {@code Joined} and no {@code Symbol}
 * @param source the literal that implies the demand
 */
record Constraint(Atom atom, boolean positive, Literal source) {

  static Constraint of(Literal literal) {
    return new Constraint(literal.atom(), literal.positive(), literal);
  }

  Field field() {
    return atom.fields().get(0);
  }

  boolean isPresence() {
    return atom instanceof Atom.Present;
  }
}
