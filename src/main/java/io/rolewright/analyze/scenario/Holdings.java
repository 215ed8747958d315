package io.rolewright.analyze.scenario;

import io.rolewright.simulate.NamedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user or role has.
 *
 * @param tags of the user or role itself
 */
record Holdings(
    List<NamedPolicy> identity, Optional<NamedPolicy> boundary, Map<String, String> tags) {

  static final Holdings NONE = new Holdings(List.of(), Optional.empty(), Map.of());
}
