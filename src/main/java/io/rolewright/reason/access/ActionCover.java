package io.rolewright.reason.access;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Says which classes of actions are meant by the lists they are in. Finds few conjunctions of "in
 * this list" and "not in that list" that take in all of some classes, none of others, and of the
 * rest whatever is simpler. Deterministic.
 */
final class ActionCover {

  /** The actions that are in all of {@code in} and in none of {@code notIn}. */
  record Cube(BitSet in, BitSet notIn) {}

  private final List<BitSet> classes;
  private final BitSet[] members; // by list: the classes in it

  /**
   * @param classes by number, the lists that each is in
   */
  ActionCover(List<BitSet> classes, int lists) {
    this.classes = classes;
    this.members = new BitSet[lists];
    for (int list = 0; list < lists; list++) {
      members[list] = new BitSet(classes.size());
    }
    for (int i = 0; i < classes.size(); i++) {
      int number = i;
      ByAction.each(classes.get(i), list -> members[list].set(number));
    }
  }

  /** All of {@code wanted}, and nothing but these and {@code allowed}. */
  List<Cube> of(BitSet wanted, BitSet allowed) {
    BitSet off = new BitSet(classes.size());
    off.set(0, classes.size());
    off.andNot(wanted);
    off.andNot(allowed);
    List<Cube> cubes = new ArrayList<>();
    BitSet left = (BitSet) wanted.clone();
    while (!left.isEmpty()) {
      Cube cube = around(inFewest(left), off, left);
      cubes.add(cube);
      left.andNot(covered(cube));
    }
    return needed(cubes, wanted);
  }

  private int inFewest(BitSet left) {
    int best = left.nextSetBit(0);
    for (int i = best; i >= 0; i = left.nextSetBit(i + 1)) {
      best = classes.get(i).cardinality() < classes.get(best).cardinality() ? i : best;
    }
    return best;
  }

  private BitSet covered(Cube cube) {
    BitSet covered = new BitSet(classes.size());
    covered.set(0, classes.size());
    ByAction.each(cube.in, list -> covered.and(members[list]));
    ByAction.each(cube.notIn, list -> covered.andNot(members[list]));
    return covered;
  }

  /** Adds what keeps most of {@code off} out until nothing of it is left; then takes back. */
  private Cube around(int start, BitSet off, BitSet left) {
    Cube cube = new Cube(new BitSet(), new BitSet());
    BitSet wrong = (BitSet) off.clone();
    add(classes.get(start), true, cube.in, wrong, left);
    if (!wrong.isEmpty()) {
      BitSet others = new BitSet();
      ByAction.each(wrong, i -> others.or(classes.get(i)));
      others.andNot(classes.get(start));
      add(others, false, cube.notIn, wrong, left);
    }
    return reduced(cube, off);
  }

  private void add(BitSet lists, boolean in, BitSet to, BitSet wrong, BitSet left) {
    BitSet open = (BitSet) lists.clone();
    while (!wrong.isEmpty() && !open.isEmpty()) {
      int best = best(open, in, wrong, left);
      if (best < 0) {
        return;
      }
      open.clear(best);
      to.set(best);
      keep(wrong, best, in);
    }
  }

  private void keep(BitSet some, int list, boolean in) {
    if (in) {
      some.and(members[list]);
    } else {
      some.andNot(members[list]);
    }
  }

  /** The list that leaves fewest wrong classes, then most of those wanted; -1 if all help none. */
  private int best(BitSet lists, boolean in, BitSet wrong, BitSet left) {
    int best = -1;
    int fewest = wrong.cardinality();
    int most = -1;
    for (int list = lists.nextSetBit(0); list >= 0; list = lists.nextSetBit(list + 1)) {
      int bad = count(wrong, list, in);
      int good = bad > fewest ? 0 : count(left, list, in);
      if (bad < fewest || best >= 0 && bad == fewest && good > most) {
        best = list;
        fewest = bad;
        most = good;
      }
    }
    return best;
  }

  private int count(BitSet some, int list, boolean in) {
    BitSet kept = (BitSet) some.clone();
    keep(kept, list, in);
    return kept.cardinality();
  }

  /** Without what is not needed; one list to be in stays, since that reads best. */
  private Cube reduced(Cube cube, BitSet off) {
    Cube left = cube;
    for (int list : cube.notIn.stream().toArray()) {
      left = without(left, list, false, off);
    }
    for (int list : cube.in.stream().toArray()) {
      left = left.in.cardinality() > 1 ? without(left, list, true, off) : left;
    }
    return left;
  }

  private Cube without(Cube cube, int list, boolean in, BitSet off) {
    Cube fewer = new Cube((BitSet) cube.in.clone(), (BitSet) cube.notIn.clone());
    (in ? fewer.in : fewer.notIn).clear(list);
    return covered(fewer).intersects(off) ? cube : fewer;
  }

  /** Leaves out the cubes whose wanted classes are all in others. */
  private List<Cube> needed(List<Cube> cubes, BitSet wanted) {
    List<Cube> left = new ArrayList<>(cubes);
    for (Cube cube : cubes) {
      BitSet alone = covered(cube);
      alone.and(wanted);
      for (Cube other : left) {
        if (other != cube) {
          alone.andNot(covered(other));
        }
      }
      if (alone.isEmpty()) {
        left.remove(cube);
      }
    }
    return left;
  }

  /** The classes that a description takes in. */
  BitSet covered(List<Cube> cubes) {
    BitSet all = new BitSet(classes.size());
    cubes.forEach(cube -> all.or(covered(cube)));
    return all;
  }
}
