package io.rolewright.analyze.scenario;

import java.util.Locale;

/** Unique ids for users and roles of which the scenario does not say it. */
final class MadeUp {

  private static final int LENGTH = 21;

  private MadeUp() {}

  /**
   * An id of AWS's length that tells whom it is of: {@code AROADEPLOYEXAMPLEEXAM}.
   *
   * @param prefix {@code AIDA} or {@code AROA}
   */
  static String id(String prefix, String name) {
    StringBuilder id = new StringBuilder(prefix);
    String upper = name.toUpperCase(Locale.ROOT);
    upper
        .chars()
        .filter(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
        .forEach(c -> id.append((char) c));
    while (id.length() < LENGTH) {
      id.append("EXAMPLE");
    }
    return id.substring(0, LENGTH);
  }
}
