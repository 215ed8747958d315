package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All actions there may ever be, split by which of some lists (atoms) they are in. An action is
 * {@code service:name}, both of one or more of {@code a-z}, {@code 0-9} and hyphen; whether AWS has
 * it does not matter. Law: every set of atoms that is exactly what some action is in has exactly
 * one class, and no other set has one. Sets are compared bit for bit. Immutable.
 *
 * <p>Finding them takes about as many steps as the patterns have letters, unless many patterns have
 * a wildcard in the middle. Letters in patterns should be lower case or taken in any case; a
 * pattern that asks for a capital fits no action.
 */
public final class ActionClasses {

  /**
   * Actions in exactly the same atoms.
   *
   * @param atoms indices of those atoms; not to be changed
   * @param representative one of the actions, in lower case
   */
  public record ActionClass(BitSet atoms, String representative) {}

  private final AtomTable table;
  private final Map<BitSet, ActionClass> classes;

  private ActionClasses(AtomTable table, Map<BitSet, ActionClass> classes) {
    this.table = table;
    this.classes = classes;
  }

  /** The classes in a fixed order, or nothing if the budget ended before all were found. */
  public static Optional<ActionClasses> of(List<Language> atoms, Budget budget) {
    return of(atoms, Actions.OF_AWS, budget);
  }

  static Optional<ActionClasses> of(List<Language> atoms, Actions actions, Budget budget) {
    AtomTable table = new AtomTable(atoms, actions);
    ActionSpace space = new ActionSpace(table, budget);
    ActionSpace.Place start = space.explore();
    if (!budget.isSpent()) {
      new UnnamedActions(table, budget).show(start, space.groups());
    }
    Map<BitSet, ActionClass> classes = new LinkedHashMap<>();
    for (ActionSpace.Group group : space.groups()) {
      group.example().ifPresent(action -> add(group.atoms(), action, classes));
    }
    addNamed(table, budget, classes);
    return budget.isSpent() ? Optional.empty() : Optional.of(new ActionClasses(table, classes));
  }

  private static void addNamed(AtomTable table, Budget budget, Map<BitSet, ActionClass> classes) {
    Frontier scratch = new Frontier(table.wild());
    for (String action : table.literals()) {
      if (!budget.spend(1)) {
        return;
      }
      add(table.atomsOf(action, scratch, budget), action, classes);
    }
  }

  private static void add(BitSet atoms, String action, Map<BitSet, ActionClass> classes) {
    classes.putIfAbsent(atoms, new ActionClass(atoms, action));
  }

  /**
   * The same classes, represented by the first of {@code actions} in each, where there is one.
   * Time: one walk for each action, until every class has one.
   *
   * @param actions in any case; what is no action is left out
   */
  public ActionClasses preferring(Iterable<String> actions) {
    Map<BitSet, ActionClass> preferred = new HashMap<>();
    Frontier scratch = new Frontier(table.wild());
    for (String written : actions) {
      String action = Folding.fold(written);
      if (table.actions().isAction(action)) {
        add(table.atomsOf(action, scratch), action, preferred);
      }
      if (preferred.size() == classes.size()) {
        break;
      }
    }
    Map<BitSet, ActionClass> renamed = new LinkedHashMap<>();
    classes.forEach((atoms, known) -> renamed.put(atoms, preferred.getOrDefault(atoms, known)));
    return new ActionClasses(table, renamed);
  }

  /** Every class once. */
  public List<ActionClass> classes() {
    return new ArrayList<>(classes.values());
  }

  /** The class of an action in any case; nothing if it is no action. */
  public Optional<ActionClass> classOf(String written) {
    String action = Folding.fold(written);
    return table.actions().isAction(action)
        ? Optional.of(classes.get(table.atomsOf(action, new Frontier(table.wild()))))
        : Optional.empty();
  }
}
