package io.rolewright.reason.access;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.Service;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.reason.strings.Pattern;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Upper and lower case for names that are kept in lower case: as a policy wrote them, else as AWS
 * does. What nobody knows stays in lower case. The names mean the same however they are spelled
 * (R1.17, R1.28). Mutable, for one thread: remembers what it was asked.
 */
public final class Spelling {

  private final Catalog catalog;
  private final Map<String, String> known = new HashMap<>();

  private Spelling(Catalog catalog) {
    this.catalog = catalog;
  }

  /** As AWS spells names. */
  public static Spelling of(Catalog catalog) {
    return new Spelling(catalog);
  }

  /** The same, but these patterns and keys as they are written here; the first spelling wins. */
  public Spelling as(Collection<String> written) {
    written.forEach(name -> known.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    return this;
  }

  /** An action or a pattern of actions. */
  public String action(Pattern pattern) {
    return known.computeIfAbsent(pattern.toString().toLowerCase(Locale.ROOT), this::action);
  }

  private String action(String lower) {
    int colon = lower.indexOf(':');
    if (colon < 0) {
      return lower;
    }
    String name = lower.substring(colon + 1);
    String prefix = lower.substring(0, colon);
    String spelled = catalog.service(prefix).map(s -> name(name, s)).orElse(capital(name));
    return prefix + ":" + spelled;
  }

  /** As in the first action that fits; else piece by piece where it cannot be read otherwise. */
  private static String name(String lower, Service service) {
    Optional<ServiceAction> exact = service.action(lower);
    if (exact.isPresent()) {
      return exact.get().name();
    }
    for (ServiceAction action : service.actions()) {
      String spelled = laidOn(lower, action.name());
      if (!spelled.isEmpty()) {
        return spelled;
      }
    }
    return capital(lower);
  }

  /** The pattern with the letters of a name that it fits; empty if it does not fit. */
  private static String laidOn(String pattern, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    StringBuilder spelled = new StringBuilder();
    int from = 0;
    int at = 0;
    while (at < pattern.length()) {
      int end = endOfLetters(pattern, at);
      String letters = pattern.substring(at, end);
      boolean anywhere = at > 0;
      boolean last = end == pattern.length();
      int found =
          last && anywhere ? lower.length() - letters.length() : lower.indexOf(letters, from);
      if (found < from || !anywhere && found > 0 || !lower.startsWith(letters, found)) {
        return "";
      }
      spelled.append(name, found, found + letters.length());
      from = found + letters.length();
      at = end;
      while (at < pattern.length() && isWild(pattern.charAt(at))) {
        spelled.append(pattern.charAt(at++));
      }
    }
    return spelled.toString();
  }

  private static int endOfLetters(String pattern, int from) {
    int at = from;
    while (at < pattern.length() && !isWild(pattern.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWild(char c) {
    return c == '*' || c == '?';
  }

  /** Names of actions, and words in them, begin with a capital. */
  private static String capital(String name) {
    int first = 0;
    while (first < name.length() && isWild(name.charAt(first))) {
      first++;
    }
    int rest = Math.min(first + 1, name.length());
    return name.substring(0, first)
        + name.substring(first, rest).toUpperCase(Locale.ROOT)
        + name.substring(rest);
  }

  /** A condition key. */
  public String key(String lower) {
    return known.computeIfAbsent(
        lower, name -> found(name).map(found -> filled(found.name(), name)).orElse(name));
  }

  /** What the catalogue knows of a condition key. */
  Optional<ConditionKey> found(String key) {
    return catalog.conditionKey(key).key();
  }

  /** {@code aws:RequestTag/${TagKey}} with the tag's key. */
  private static String filled(String listed, String key) {
    int variable = listed.indexOf("${");
    boolean plain = variable < 0 || listed.indexOf('}') < listed.length() - 1;
    if (plain) {
      return listed.equalsIgnoreCase(key) ? listed : key;
    }
    return listed.substring(0, variable) + key.substring(variable);
  }
}
