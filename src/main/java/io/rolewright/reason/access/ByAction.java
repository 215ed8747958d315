package io.rolewright.reason.access;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * What formulas still say once it is known in which lists the action is. The parts of a long {@code
 * or} that are false unless the action is in some list are kept by that list, and so are the parts
 * of a long {@code and} that are true unless it is: then a thousand statements cost no more than
 * those that speak of the action.
 */
public final class ByAction {

  private static final int NONE = -1;

  /**
   * What is known of a formula before the action is.
   *
   * @param mentions whether it depends on the action
   * @param needs false unless the action is in this list; {@link #NONE} if no such list is known
   * @param spares true unless the action is in this list; likewise
   */
  private record Facts(boolean mentions, int needs, int spares) {
    static final Facts FREE = new Facts(false, NONE, NONE);
  }

  /** The parts of a junction: those without an action as one formula, those by list, others. */
  private record Sorted(Formula free, Map<Integer, List<Formula>> byList, List<Formula> others) {}

  private final Formulas formulas;
  private final ActionLists lists;
  private final Map<Formula, Facts> facts = new HashMap<>();
  private final Map<Formula, Sorted> sorted = new HashMap<>();

  public ByAction(Formulas formulas, ActionLists lists) {
    this.formulas = formulas;
    this.lists = lists;
  }

  /** Whether it depends on the action. */
  public boolean mentions(Formula formula) {
    return facts(formula).mentions;
  }

  /** The list without which it is false; negative if none is known. */
  int needs(Formula formula) {
    return facts(formula).needs;
  }

  /** What {@code formula} says of actions that are in just these lists. */
  public Formula at(Formula formula, BitSet in) {
    if (!facts(formula).mentions) {
      return formula;
    }
    return formula.match(
        new Formula.Cases<>(
            constant -> constant,
            atomic -> formulas.constant(lists.isTrue(atomic.atom(), in)),
            not -> formulas.not(at(not.inner(), in)),
            and -> junction(and, and.parts(), true, in),
            or -> junction(or, or.parts(), false, in)));
  }

  private Formula junction(Formula whole, List<Formula> parts, boolean all, BitSet in) {
    Sorted known = sorted.computeIfAbsent(whole, unsorted -> sort(parts, all));
    List<Formula> left = new ArrayList<>(List.of(known.free));
    for (Formula part : known.others) {
      left.add(at(part, in));
    }
    if (known.byList.size() < in.cardinality()) {
      known.byList.forEach((list, some) -> addIf(in.get(list), some, in, left));
    } else {
      each(in, list -> addIf(true, known.byList.getOrDefault(list, List.of()), in, left));
    }
    return all ? formulas.and(left) : formulas.or(left);
  }

  private void addIf(boolean wanted, List<Formula> parts, BitSet in, List<Formula> to) {
    if (wanted) {
      parts.forEach(part -> to.add(at(part, in)));
    }
  }

  static void each(BitSet set, IntConsumer action) {
    for (int bit = set.nextSetBit(0); bit >= 0; bit = set.nextSetBit(bit + 1)) {
      action.accept(bit);
    }
  }

  private Sorted sort(List<Formula> parts, boolean all) {
    List<Formula> free = new ArrayList<>();
    List<Formula> others = new ArrayList<>();
    Map<Integer, List<Formula>> byList = new HashMap<>();
    for (Formula part : parts) {
      Facts known = facts(part);
      int list = all ? known.spares : known.needs;
      if (!known.mentions) {
        free.add(part);
      } else if (list == NONE) {
        others.add(part);
      } else {
        byList.computeIfAbsent(list, none -> new ArrayList<>()).add(part);
      }
    }
    return new Sorted(all ? formulas.and(free) : formulas.or(free), byList, others);
  }

  private Facts facts(Formula formula) {
    Facts known = facts.get(formula);
    if (known == null) {
      known =
          formula.match(
              new Formula.Cases<>(
                  constant -> Facts.FREE,
                  atomic -> ofAtom(atomic.atom()),
                  not -> contrary(facts(not.inner())),
                  and -> joined(and.parts(), true),
                  or -> joined(or.parts(), false)));
      facts.put(formula, known);
    }
    return known;
  }

  private Facts ofAtom(Atom atom) {
    return ActionLists.isAboutAction(atom) ? new Facts(true, lists.index(atom), NONE) : Facts.FREE;
  }

  private static Facts contrary(Facts facts) {
    return new Facts(facts.mentions, facts.spares, facts.needs);
  }

  /** An {@code and} needs what any part needs, and spares what all parts spare. */
  private Facts joined(List<Formula> parts, boolean all) {
    boolean mentions = false;
    int any = NONE;
    int every = all ? facts(parts.get(0)).spares : facts(parts.get(0)).needs;
    for (Formula part : parts) {
      Facts known = facts(part);
      mentions |= known.mentions;
      any = any == NONE ? all ? known.needs : known.spares : any;
      every = every == (all ? known.spares : known.needs) ? every : NONE;
    }
    return new Facts(mentions, all ? any : every, all ? every : any);
  }
}
