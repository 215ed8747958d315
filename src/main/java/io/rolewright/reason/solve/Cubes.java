package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Literal;
import java.util.List;
import java.util.Optional;

/**
 * Conjunctions of literals that each make a formula true. If nothing is missing, then one of them
 * holds of every request of which the formula does; no cubes at all is then the same as impossible.
 *
 * @param cubes each with its literals ascending
 * @param missing why there may be more; none if there are not
 */
public record Cubes(List<List<Literal>> cubes, Optional<String> missing) {

  public Cubes {
    cubes = cubes.stream().map(List::copyOf).toList();
  }

  /** Whether nothing is missing. */
  public boolean isComplete() {
    return missing.isEmpty();
  }
}
