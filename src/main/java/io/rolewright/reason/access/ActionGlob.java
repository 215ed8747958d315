package io.rolewright.reason.access;

import io.rolewright.reason.strings.Pattern;
import java.util.Locale;

/**
 * A pattern for actions and what is plain to see of it.
 *
 * @param text as written, in lower case
 * @param fixed what every action that fits begins with
 * @param service the service of every action that fits; empty if there is no one service
 * @param kind how much its text tells
 */
record ActionGlob(Pattern pattern, String text, String fixed, String service, Kind kind) {

  /** What can be told from the text. */
  enum Kind {
    /** One well-formed action. */
    NAME,
    /** A service, a colon, maybe letters, and a {@code *}. */
    BEGINNING,
    /** Anything else. */
    OTHER
  }

  static ActionGlob of(Pattern pattern) {
    String text = pattern.toString();
    boolean faithful =
        text.equals(text.toLowerCase(Locale.ROOT))
            && Pattern.glob(text).ignoringCase().equals(pattern.ignoringCase());
    if (!faithful) {
      return new ActionGlob(pattern, text, "", "", Kind.OTHER);
    }
    int wild = firstWildcard(text);
    String fixed = text.substring(0, wild);
    int colon = fixed.indexOf(':');
    String service = colon < 0 ? "" : fixed.substring(0, colon);
    return new ActionGlob(pattern, text, fixed, service, kind(text, wild, colon));
  }

  private static int firstWildcard(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != '*' && text.charAt(at) != '?') {
      at++;
    }
    return at;
  }

  private static Kind kind(String text, int wild, int colon) {
    boolean wellFormed = colon > 0 && isLetters(text, 0, colon) && isLetters(text, colon + 1, wild);
    if (wellFormed && wild == text.length() && colon < wild - 1) {
      return Kind.NAME;
    }
    return wellFormed && wild == text.length() - 1 && text.charAt(wild) == '*'
        ? Kind.BEGINNING
        : Kind.OTHER;
  }

  private static boolean isLetters(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** Whether it is one action. */
  boolean isName() {
    return kind == Kind.NAME;
  }

  boolean isBeginning() {
    return kind == Kind.BEGINNING;
  }
}
