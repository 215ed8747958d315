package io.rolewright.reason.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Clauses and a trail of literals that are true: propagates, and learns from conflicts. A literal
 * is twice its variable, plus one if it is the contrary.
 */
final class Clauses {

  /** No clause: of a decision, or if there is no conflict. */
  static final int[] NONE = {};

  private final List<List<int[]>> watches = new ArrayList<>();
  private byte[] values = new byte[64];
  private int[] levels = new int[32];
  private int[][] reasons = new int[32][];
  private int[] trail = new int[32];
  private int[] starts = new int[32];
  private boolean[] seen = new boolean[32];
  private int variables;
  private int trailSize;
  private int propagated;
  private int level;
  private boolean contradictory;

  /** The variable, as the literal that it is true. */
  int newLiteral() {
    if (variables == levels.length) {
      grow();
    }
    watches.add(new ArrayList<>());
    watches.add(new ArrayList<>());
    return 2 * variables++;
  }

  private void grow() {
    int size = 2 * variables;
    values = Arrays.copyOf(values, 2 * size);
    levels = Arrays.copyOf(levels, size);
    reasons = Arrays.copyOf(reasons, size);
    trail = Arrays.copyOf(trail, size);
    starts = Arrays.copyOf(starts, size);
    seen = Arrays.copyOf(seen, size);
  }

  /** Of a literal: 1 true, -1 false, 0 not known. */
  int value(int literal) {
    return values[literal];
  }

  int level() {
    return level;
  }

  /** Whether the clauses contradict each other. */
  boolean isContradictory() {
    return contradictory;
  }

  /** At level 0 only. */
  void add(int[] clause) {
    int[] left = Arrays.stream(clause).sorted().distinct().filter(l -> values[l] >= 0).toArray();
    for (int i = 0; i < left.length; i++) {
      if (values[left[i]] > 0 || i > 0 && left[i] == (left[i - 1] ^ 1)) {
        return;
      }
    }
    if (left.length == 0) {
      contradictory = true;
    } else if (left.length == 1) {
      set(left[0], NONE);
    } else {
      watch(left);
    }
  }

  private void watch(int[] clause) {
    watches.get(clause[0]).add(clause);
    watches.get(clause[1]).add(clause);
  }

  /** Starts a level with nothing in it. */
  void newLevel() {
    if (level == starts.length) {
      starts = Arrays.copyOf(starts, 2 * level);
    }
    starts[level++] = trailSize;
  }

  /** Makes an unknown literal true on the present level. */
  void set(int literal, int[] reason) {
    values[literal] = 1;
    values[literal ^ 1] = -1;
    levels[literal >> 1] = level;
    reasons[literal >> 1] = reason;
    trail[trailSize++] = literal;
  }

  void backTo(int lower) {
    if (level <= lower) {
      return;
    }
    while (trailSize > starts[lower]) {
      int literal = trail[--trailSize];
      values[literal] = 0;
      values[literal ^ 1] = 0;
    }
    propagated = trailSize;
    level = lower;
  }

  /** Makes all true that must be; a clause that is false, or {@link #NONE}. */
  int[] propagate(SearchBudget budget) {
    while (propagated < trailSize) {
      int[] conflict = propagate(trail[propagated++] ^ 1, budget);
      if (conflict != NONE) {
        return conflict;
      }
    }
    return NONE;
  }

  private int[] propagate(int falsified, SearchBudget budget) {
    List<int[]> watching = watches.get(falsified);
    budget.spend(1 + watching.size());
    int kept = 0;
    int[] conflict = NONE;
    for (int i = 0; i < watching.size(); i++) {
      int[] clause = watching.get(i);
      if (conflict == NONE && movesWatch(clause, falsified)) {
        continue;
      }
      watching.set(kept++, clause);
      if (conflict == NONE && values[clause[0]] < 0) {
        conflict = clause;
      } else if (conflict == NONE && values[clause[0]] == 0) {
        set(clause[0], clause);
      }
    }
    watching.subList(kept, watching.size()).clear();
    return conflict;
  }

  /** Afterwards the falsified literal is not watched, or it is second. */
  private boolean movesWatch(int[] clause, int falsified) {
    if (clause[0] == falsified) {
      clause[0] = clause[1];
      clause[1] = falsified;
    }
    if (values[clause[0]] > 0) {
      return false;
    }
    for (int i = 2; i < clause.length; i++) {
      if (values[clause[i]] >= 0) {
        clause[1] = clause[i];
        clause[i] = falsified;
        watches.get(clause[1]).add(clause);
        return true;
      }
    }
    return false;
  }

  /** Adds what the conflict teaches and goes back to where that says something new. */
  void learn(int[] conflict) {
    if (level == 0) {
      contradictory = true;
      return;
    }
    int[] learned = firstUniqueImplication(conflict);
    for (int i = 2; i < learned.length; i++) {
      if (levels[learned[i] >> 1] > levels[learned[1] >> 1]) {
        int higher = learned[i];
        learned[i] = learned[1];
        learned[1] = higher;
      }
    }
    backTo(learned.length == 1 ? 0 : levels[learned[1] >> 1]);
    if (learned.length > 1) {
      watch(learned);
    }
    set(learned[0], learned.length == 1 ? NONE : learned);
  }

  /** The clause; its first literal alone is of the present level. */
  private int[] firstUniqueImplication(int[] conflict) {
    List<Integer> lower = new ArrayList<>();
    int open = 0;
    int at = trailSize;
    int[] clause = conflict;
    int literal = -1;
    do {
      for (int other : clause) {
        if (other != literal && !seen[other >> 1] && levels[other >> 1] > 0) {
          seen[other >> 1] = true;
          if (levels[other >> 1] == level) {
            open++;
          } else {
            lower.add(other);
          }
        }
      }
      do {
        literal = trail[--at];
      } while (!seen[literal >> 1]);
      clause = reasons[literal >> 1];
      seen[literal >> 1] = false;
      open--;
    } while (open > 0);
    int[] learned = new int[lower.size() + 1];
    learned[0] = literal ^ 1;
    for (int i = 0; i < lower.size(); i++) {
      learned[i + 1] = lower.get(i);
      seen[lower.get(i) >> 1] = false;
    }
    return learned;
  }
}
