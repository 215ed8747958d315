package io.rolewright.reason.access;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import java.util.List;
import java.util.Optional;

/**
 * Lines that together are some access. Laws, for requests with a well-formed action that the
 * domains allow: every line lies within the access; together they are all of it unless something is
 * missing; none is covered by the others as far as the budget allowed to see.
 *
 * @param lines in a fixed order that depends on what they say alone
 * @param missing why there may be more; none if there is not
 */
public record Access<S>(List<Line<S>> lines, Optional<String> missing) {

  public Access {
    lines = List.copyOf(lines);
  }

  /** Whether nothing is missing. */
  public boolean isComplete() {
    return missing.isEmpty();
  }

  /** Whether it is proved that there is no access. */
  public boolean isNothing() {
    return lines.isEmpty() && isComplete();
  }

  /** Whether the request is in a line. */
  public boolean holds(Assignment request) {
    return lines.stream().anyMatch(line -> line.holds(request));
  }

  /** The lines as a formula of {@code formulas}, which must have made their literals. */
  public Formula formula(Formulas formulas) {
    return formulas.or(lines.stream().map(line -> line.formula(formulas)).toList());
  }
}
