package io.rolewright.catalog;

import java.util.Locale;
import java.util.Optional;

/**
 * An action as a policy names it: {@code service:name} with {@code *} and {@code ?}, or a lone
 * {@code *}; letter case does not count (R1.17).
 *
 * @param service the part before the colon, in lower case
 * @param name the part after it, in lower case
 */
public record ActionPattern(String service, String name) {

  /**
   * Takes a written pattern apart.
   *
   * @return nothing where it is neither {@code *} nor has text on both sides of a colon
   */
  public static Optional<ActionPattern> of(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    if (lower.equals("*")) {
      return Optional.of(new ActionPattern("*", "*"));
    }
    int colon = lower.indexOf(':');
    if (colon <= 0 || colon == lower.length() - 1) {
      return Optional.empty();
    }
    return Optional.of(new ActionPattern(lower.substring(0, colon), lower.substring(colon + 1)));
  }

  /** Whether the pattern speaks of exactly one action, known or not. */
  public boolean isLiteral() {
    return !coversManyServices() && !Glob.hasWildcard(name);
  }

  /** Whether the service part has wildcards. */
  public boolean coversManyServices() {
    return Glob.hasWildcard(service);
  }

  /** Whether the pattern speaks of every action of every service it covers. */
  public boolean coversAllNames() {
    return name.chars().allMatch(c -> c == '*');
  }

  /** Whether the service part matches a prefix, given in any case. */
  public boolean matchesService(String prefix) {
    return Glob.matches(service, prefix.toLowerCase(Locale.ROOT));
  }

  /** Whether an action is among those the pattern speaks of. */
  public boolean matches(ServiceAction action) {
    return matchesService(action.service()) && matchesName(action.name());
  }

  boolean matchesName(String actionName) {
    return Glob.matches(name, actionName.toLowerCase(Locale.ROOT));
  }
}
