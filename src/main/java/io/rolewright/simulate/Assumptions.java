package io.rolewright.simulate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which option of each {@link Uncertainty} is taken: A unless B was asked for. Immutable. */
public final class Assumptions {

  /** Option A everywhere. */
  public static final Assumptions DEFAULT = new Assumptions(EnumSet.noneOf(Uncertainty.class));

  private final EnumSet<Uncertainty> optionB;

  private Assumptions(EnumSet<Uncertainty> optionB) {
    this.optionB = optionB;
  }

  /** These assumptions with option B for one item more. */
  public Assumptions with(Uncertainty item) {
    EnumSet<Uncertainty> more = EnumSet.copyOf(optionB);
    more.add(item);
    return new Assumptions(more);
  }

  /** These assumptions with the other option for one item. */
  public Assumptions flipped(Uncertainty item) {
    EnumSet<Uncertainty> other = EnumSet.copyOf(optionB);
    if (!other.remove(item)) {
      other.add(item);
    }
    return new Assumptions(other);
  }

  /** Whether option B is taken. */
  public boolean isB(Uncertainty item) {
    return optionB.contains(item);
  }

  /** The items of which option B is taken, in their order. */
  public Set<Uncertainty> optionB() {
    return Collections.unmodifiableSet(optionB);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Assumptions a && optionB.equals(a.optionB);
  }

  @Override
  public int hashCode() {
    return optionB.hashCode();
  }

  @Override
  public String toString() {
    return optionB.toString();
  }
}
