package io.rolewright.rule.check;

import io.rolewright.model.Arn;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.Text;
import io.rolewright.rule.Estate;
import java.util.List;
import java.util.Optional;

/** The roles of the input that a session grant gives sessions of. */
final class GrantedRoles {

  private GrantedRoles() {}

  /** All that a grant names by ARN or by name; those it names and the input lacks are left out. */
  static List<Role> of(SessionGrant grant, Estate estate) {
    return estate.inventory().roles().stream()
        .filter(role -> grant.roles().stream().anyMatch(named -> isNamed(named, role)))
        .toList();
  }

  private static boolean isNamed(Text reference, Role role) {
    String written = reference.shown();
    if (!written.startsWith("arn:")) {
      return written.equals(role.name().shown());
    }
    Optional<Arn> arn = Arn.of(reference);
    String named = written.substring(written.lastIndexOf('/') + 1);
    return arn.isPresent()
        && named.equals(role.name().shown())
        && mayBeSame(arn.get().account().plain(), role.account());
  }

  private static boolean mayBeSame(Optional<String> account, Optional<String> owner) {
    return account.isEmpty() || owner.isEmpty() || account.equals(owner);
  }
}
