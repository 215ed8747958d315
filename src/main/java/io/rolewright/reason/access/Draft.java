package io.rolewright.reason.access;

import io.rolewright.reason.formula.Literal;
import java.util.BitSet;
import java.util.List;

/**
 * A line before it has words.
 *
 * @param cube the tests of everything but the action
 * @param wanted the classes of actions for which the line was made
 * @param actions says which classes it takes in
 * @param covered these classes: those wanted, and others for which it is true as well
 */
record Draft(List<Literal> cube, BitSet wanted, List<ActionCover.Cube> actions, BitSet covered) {

  /** The classes that it takes in only because that reads better. */
  BitSet besides() {
    BitSet besides = (BitSet) covered.clone();
    besides.andNot(wanted);
    return besides;
  }
}
