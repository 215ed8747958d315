package io.rolewright.analyze.compare;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * How one role, user, group or policy differs between the versions; nothing is listed where both
 * are proved to allow the same.
 *
 * @param noun what it is: {@code role}
 * @param name in the new version, or in the only one it is in
 * @param was its name in the old version, if that was another
 * @param world the template conditions under which this is so, as the end of a sentence; empty if
 *     always
 * @param before where the old version is written
 * @param after where the new version is
 */
public record Difference(
    String noun,
    String name,
    Optional<String> was,
    String world,
    Optional<Origin> before,
    Optional<Origin> after,
    List<Change> changes,
    List<Undecided> undecided) {

  public Difference {
    changes = List.copyOf(changes);
    undecided = List.copyOf(undecided);
  }

  /** On which sides it is. */
  public Presence presence() {
    if (before.isEmpty()) {
      return Presence.ADDED;
    }
    return after.isEmpty() ? Presence.REMOVED : Presence.BOTH;
  }

  /** Whether something changed in a direction. */
  public boolean has(Direction direction) {
    return changes.stream().anyMatch(change -> change.direction() == direction);
  }

  /** Whether the same requests are allowed, proved. */
  public boolean isSame() {
    return changes.isEmpty() && undecided.isEmpty();
  }
}
