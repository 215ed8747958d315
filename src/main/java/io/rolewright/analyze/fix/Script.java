package io.rolewright.analyze.fix;

import java.util.Locale;
import java.util.Set;

/**
 * How text is written at a place of a file: bare, or inside a string that holds a whole policy,
 * with the escapes of that string.
 *
 * @param substituted whether CloudFormation replaces {@code ${…}} before anybody reads the policy
 */
record Script(Form form, boolean substituted) {

  /** In the file itself. */
  static final Script FILE = new Script(Form.FILE, false);

  /** What the text stands in. */
  enum Form {
    FILE,
    /** A YAML block with a policy in it, which has no escapes. */
    BLOCK,
    /** A string between double quotes with a policy in it. */
    DOUBLE,
    /** A YAML string between single quotes with a policy in it. */
    SINGLE
  }

  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

  /** How strings are quoted around here. */
  enum Quote {
    DOUBLE,
    SINGLE,
    NONE;

    /** The quoting of a string as written. */
    static Quote of(String written) {
      return written.startsWith("\"") || written.startsWith("\\\"")
          ? DOUBLE
          : written.startsWith("'") ? SINGLE : NONE;
    }
  }

  /** A string with its quotes. */
  String string(String text, Quote quote) {
    boolean plain = form == Form.FILE;
    if (plain && quote == Quote.NONE && isSafe(text)) {
      return text;
    }
    if (plain && quote != Quote.DOUBLE && isPrintable(text)) {
      return "'" + text.replace("'", "''") + "'";
    }
    return encoded("\"" + escaped(text) + "\"");
  }

  /** JSON as it is to stand here. */
  String encoded(String json) {
    return switch (form) {
      case FILE, BLOCK -> json;
      case DOUBLE -> escaped(json);
      case SINGLE -> json.replace("'", "''");
    };
  }

  /** Whether YAML takes it for this string without quotes, in flow collections too. */
  private static boolean isSafe(String text) {
    if (text.isEmpty() || text.endsWith(":") || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (i == 0 || "0123456789_-/.:@=+*$".indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c != 0x7f);
  }

  /** With the escapes of JSON, which YAML has too. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
