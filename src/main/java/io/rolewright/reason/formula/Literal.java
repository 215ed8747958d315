package io.rolewright.reason.formula;

/** An atom or its contrary. Equal if of one formula and one sign. */
public record Literal(Formula.Atomic formula, boolean positive) implements Comparable<Literal> {

  /** The test. */
  public Atom atom() {
    return formula.atom();
  }

  /** The contrary. */
  public Literal negated() {
    return new Literal(formula, !positive);
  }

  /** Whether it is true of the request. */
  public boolean holds(Assignment request) {
    return atom().holds(request) == positive;
  }

  /** In the order in which the atoms were made. */
  @Override
  public int compareTo(Literal other) {
    int byId = Integer.compare(formula.id(), other.formula.id());
    return byId != 0 ? byId : Boolean.compare(positive, other.positive);
  }

  @Override
  public String toString() {
    return positive ? atom().toString() : "not (" + atom() + ")";
  }
}
