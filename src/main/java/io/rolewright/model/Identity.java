package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user or group with the policies it holds.
 *
 * @param path such as {@code /people/}
 * @param groups the names of the groups a user is in
 * @param tags a user's tags whose values are known; groups have none
 * @param world as in {@link Role#world()}
 */
public record Identity(
    Origin origin,
    Kind kind,
    Text name,
    Optional<String> account,
    Optional<String> path,
    List<Attachment> permissions,
    Optional<Attachment> boundary,
    List<String> groups,
    Map<String, String> tags,
    String world) {

  /** Users hold credentials; groups only hold policies. */
  public enum Kind {
    USER,
    GROUP
  }

  public Identity {
    permissions = List.copyOf(permissions);
    groups = List.copyOf(groups);
    tags = Map.copyOf(tags);
  }
}
