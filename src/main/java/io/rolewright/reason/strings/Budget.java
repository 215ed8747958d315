package io.rolewright.reason.strings;

/**
 * How many steps a question may still take. Counted work, not time, so that the same question gets
 * the same answer on every machine. One step is about one transition of one automaton; what is
 * remembered costs steps too, so that a budget bounds memory as well.
 *
 * <p>Mutable and for one thread. Once it could not pay, it stays spent.
 */
public final class Budget {

  /** Enough for every policy seen; a few hundred milliseconds at most. */
  public static final long ORDINARY = 2_000_000;

  private final Budget whole;
  private long left;
  private boolean spent;

  private Budget(Budget whole, long steps) {
    this.whole = whole;
    this.left = steps;
  }

  /** A budget of so many steps. */
  public static Budget ofSteps(long steps) {
    return new Budget(null, Math.max(0, steps));
  }

  /** {@link #ORDINARY} steps. */
  public static Budget ordinary() {
    return ofSteps(ORDINARY);
  }

  /** For work that is bounded otherwise. */
  static Budget unlimited() {
    return ofSteps(Long.MAX_VALUE);
  }

  /** A part of this budget, for an attempt that may fail: what it spends is spent here too. */
  Budget slice(long steps) {
    return new Budget(this, Math.max(0, Math.min(steps, left)));
  }

  /** Takes steps away, or says that there are not so many. */
  boolean spend(long steps) {
    if (spent || steps > left || whole != null && !whole.spend(steps)) {
      spent = true;
      return false;
    }
    left -= steps;
    return true;
  }

  /** Steps not yet taken. */
  public long left() {
    return left;
  }

  /** Whether something could not be paid. */
  public boolean isSpent() {
    return spent;
  }
}
