package io.rolewright.reason.strings;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * All actions there may ever be, split by which of some lists (atoms) they are in. An action is
 * {@code service:name}, both of one or more of {@code a-z}, {@code 0-9} and hyphen; whether AWS has
 * it does not matter. Every set of atoms that is exactly what some action is in has exactly one
 * class, and no other set has one. Sets are compared bit for bit.
 */
public final class ActionClasses {

  /**
   * Actions in exactly the same atoms.
   *
   * @param atoms indices of those atoms; not to be changed
   * @param representative one of the actions, in lower case
   */
  public record ActionClass(BitSet atoms, String representative) {}

  private final List<Language> atoms;
  private final List<ActionClass> classes;

  private ActionClasses(List<Language> atoms, List<ActionClass> classes) {
    this.atoms = List.copyOf(atoms);
    this.classes = List.copyOf(classes);
  }

  /** The classes in a fixed order, or nothing if the budget ended before all were found. */
  public static Optional<ActionClasses> of(List<Language> atoms, Budget budget) {
    throw new UnsupportedOperationException("follows");
  }

  /** The same classes, represented by the first of {@code actions} in each, where there is one. */
  public ActionClasses preferring(Iterable<String> actions) {
    throw new UnsupportedOperationException("follows");
  }

  /** Every class once. */
  public List<ActionClass> classes() {
    return classes;
  }

  /** Which atoms {@code action}, in lower case, is in. */
  public BitSet atomsOf(String action) {
    BitSet in = new BitSet();
    for (int i = 0; i < atoms.size(); i++) {
      in.set(i, atoms.get(i).matches(action));
    }
    return in;
  }
}
