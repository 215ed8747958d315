package io.rolewright.rule.escalation;

import io.rolewright.model.Role;
import io.rolewright.rule.permission.Targets;
import java.util.Optional;

/**
 * What a path of escalation may be aimed at.
 *
 * @param targets the resources that its deciding calls are asked of
 * @param role the role of the input that this is, if it is one
 */
record Aim(Targets targets, Optional<Role> role) {

  static Aim at(Targets targets) {
    return new Aim(targets, Optional.empty());
  }
}
