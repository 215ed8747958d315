package io.rolewright.analyze.effective;

import java.util.List;
import java.util.Optional;

/**
 * Lines that together are all that is allowed, unless something is missing.
 *
 * @param lines by service, then by access level; in a fixed order
 * @param missing why there may be more; absent if it is proved that there is not
 * @param unknowns what the input leaves open and lines hang on, ascending
 */
public record PermissionList(
    List<Permission> lines, Optional<String> missing, List<String> unknowns) {

  public PermissionList {
    lines = List.copyOf(lines);
    unknowns = List.copyOf(unknowns);
  }

  /** The same, not known to be all for one reason more, if there is one. */
  PermissionList lacking(Optional<String> why) {
    return new PermissionList(lines, missing.or(() -> why), unknowns);
  }

  /** Whether it is proved that these are all. */
  public boolean isComplete() {
    return missing.isEmpty();
  }

  /** Whether it is proved that there is nothing. */
  public boolean isNothing() {
    return lines.isEmpty() && isComplete();
  }
}
