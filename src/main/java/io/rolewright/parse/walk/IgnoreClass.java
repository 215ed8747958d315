package io.rolewright.parse.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A bracket expression of a gitignore glob, such as {@code [!a-z[:digit:]]}; never a slash. */
final class IgnoreClass implements IgnoreGlob.CharSet {

  private final List<IgnoreGlob.CharSet> members = new ArrayList<>();
  private boolean negated;

  /**
   * Compiles the class that opens at {@code at}; gives the offset after it, or -1 if it has no end.
   */
  static int compile(String glob, int at, Consumer<IgnoreGlob.CharSet> out) {
    IgnoreClass built = new IgnoreClass();
    int end = built.read(glob, at + 1);
    out.accept(built);
    return end;
  }

  private int read(String glob, int from) {
    int at = from;
    if (at < glob.length() && (glob.charAt(at) == '!' || glob.charAt(at) == '^')) {
      negated = true;
      at++;
    }
    int first = at;
    while (at >= 0 && at < glob.length() && (glob.charAt(at) != ']' || at == first)) {
      at = glob.startsWith("[:", at) ? named(glob, at) : range(glob, at);
    }
    return at >= 0 && at < glob.length() ? at + 1 : -1;
  }

  private int named(String glob, int at) {
    int end = glob.indexOf(']', at + 2);
    if (end < 0) {
      return -1;
    }
    if (glob.charAt(end - 1) != ':' || end - 1 < at + 2) {
      add('[', '[');
      return at + 1;
    }
    String name = glob.substring(at + 2, end - 1);
    members.add(c -> c < 128 && isIn(name, c));
    return isKnown(name) ? end + 1 : -1;
  }

  private static boolean isKnown(String name) {
    return List.of(
            "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct",
            "space", "upper", "xdigit")
        .contains(name);
  }

  private static boolean isIn(String name, char c) {
    boolean visible = c > ' ' && c < 127;
    return switch (name) {
      case "alnum" -> Character.isLetterOrDigit(c);
      case "alpha" -> Character.isLetter(c);
      case "blank" -> c == ' ' || c == '\t';
      case "cntrl" -> c < ' ' || c == 127;
      case "digit" -> Character.isDigit(c);
      case "graph" -> visible;
      case "lower" -> Character.isLowerCase(c);
      case "print" -> visible || c == ' ';
      case "punct" -> visible && !Character.isLetterOrDigit(c);
      case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
      case "upper" -> Character.isUpperCase(c);
      default -> Character.digit(c, 16) >= 0;
    };
  }

  private int range(String glob, int at) {
    int low = glob.charAt(at) == '\\' ? at + 1 : at;
    int dash = low + 1;
    boolean isRange =
        dash + 1 < glob.length() && glob.charAt(dash) == '-' && glob.charAt(dash + 1) != ']';
    if (low >= glob.length()) {
      return -1;
    }
    if (!isRange) {
      add(glob.charAt(low), glob.charAt(low));
      return dash;
    }
    int high = glob.charAt(dash + 1) == '\\' ? dash + 2 : dash + 1;
    if (high >= glob.length()) {
      return -1;
    }
    add(glob.charAt(low), glob.charAt(high));
    return high + 1;
  }

  private void add(char low, char high) {
    members.add(c -> c >= low && c <= high);
  }

  @Override
  public boolean has(char c) {
    return c != '/' && members.stream().anyMatch(m -> m.has(c)) != negated;
  }
}
