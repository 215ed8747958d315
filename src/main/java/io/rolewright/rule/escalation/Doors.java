package io.rolewright.rule.escalation;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.estate.Relevant;
import io.rolewright.rule.permission.Bearer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The roles of an input by whom their trust policies may let in, so that not each role has to be
 * looked at for each caller. Immutable.
 */
final class Doors {

  /**
   * A role that somebody may be let into.
   *
   * @param place among the roles, in the order of reading
   * @param trust what its trust policy says about the call
   */
  record Door(int place, Role role, PolicyDocument trust) {}

  private final List<Door> all = new ArrayList<>();
  private final List<Door> wide = new ArrayList<>();
  private final Map<String, List<Door>> byName = new HashMap<>();

  /** Of these roles, for one call of STS. */
  Doors(List<Role> roles, String call) {
    Relevant relevant = new Relevant(call);
    for (int i = 0; i < roles.size(); i++) {
      Role role = roles.get(i);
      if (role.trust().isPresent()) {
        add(new Door(i, role, relevant.of(role.trust().get())));
      }
    }
  }

  private void add(Door door) {
    all.add(door);
    Set<String> names = new LinkedHashSet<>();
    for (Statement statement : door.trust().statements()) {
      if (!statement.isDeny() && !addNames(statement, names)) {
        wide.add(door);
        return;
      }
    }
    names.forEach(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(door));
  }

  /** Whether the statement speaks of nobody but principals by name; they are added. */
  private static boolean addNames(Statement statement, Set<String> names) {
    if (!(statement.principal() instanceof PrincipalElement.Listed listed)) {
      return false;
    }
    for (PrincipalPattern pattern : listed.patterns()) {
      Optional<String> name = TrustedAccounts.name(pattern);
      if (name.isEmpty()) {
        return false;
      }
      names.add(key(name.get()));
    }
    return true;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** All that may let him in, in the order of reading. Law: no other does. */
  List<Door> openTo(Bearer bearer) {
    List<Door> found = new ArrayList<>();
    if (bearer.isNamed()) {
      found.addAll(wide);
      found.addAll(byName.getOrDefault(key(bearer.lastName().orElseThrow()), List.of()));
      found.sort(Comparator.comparingInt(Door::place));
    } else {
      found.addAll(all);
    }
    found.removeIf(door -> !TrustedAccounts.mayTrust(door.trust(), bearer));
    return found;
  }
}
