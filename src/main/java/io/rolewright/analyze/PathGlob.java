package io.rolewright.analyze;

/**
 * A pattern of file paths with forward slashes. {@code *} stands for any characters of one name,
 * {@code ?} for one, {@code **} for any number of folders. All else stands for itself.
 *
 * <p>A pattern without a slash, but for one at its end, matches at any depth; a pattern that
 * matches a folder matches all that is in it.
 */
public record PathGlob(String written) {

  /** Whether the pattern matches the path or a folder above it. */
  public boolean matches(String path) {
    String pattern = anchored();
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      if (matches(pattern, path.substring(0, end))) {
        return true;
      }
    }
    return !written.endsWith("/") && matches(pattern, path);
  }

  /** Whether the pattern matches the whole text, taken as one name. */
  boolean matchesWhole(String text) {
    return matches(written, text);
  }

  private String anchored() {
    String pattern = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    if (pattern.startsWith("./")) {
      return pattern.substring(2);
    }
    if (pattern.startsWith("/")) {
      return pattern.substring(1);
    }
    return pattern.indexOf('/') < 0 ? "**/" + pattern : pattern;
  }

  /**
   * Reaches every state of the pattern at once, so that no pattern takes longer than pattern times
   * path: {@code reached[p]} says whether the first {@code p} pattern characters match what was
   * read.
   */
  private static boolean matches(String pattern, String path) {
    boolean[] reached = new boolean[pattern.length() + 1];
    reached[0] = true;
    skip(pattern, reached, '/');
    for (int i = 0; i < path.length(); i++) {
      reached = step(pattern, reached, path.charAt(i));
      skip(pattern, reached, path.charAt(i));
    }
    return reached[pattern.length()];
  }

  private static boolean[] step(String pattern, boolean[] reached, char read) {
    boolean[] next = new boolean[reached.length];
    for (int p = 0; p < pattern.length(); p++) {
      if (!reached[p]) {
        continue;
      }
      char c = pattern.charAt(p);
      if (c == '*') {
        next[p] |= read != '/' || isDouble(pattern, p);
      } else if (c == read || (c == '?' && read != '/')) {
        next[p + 1] = true;
      }
    }
    return next;
  }

  /** Stars may stand for nothing; {@code **}{@code /} for no folder, at the start of a name. */
  private static void skip(String pattern, boolean[] reached, char before) {
    for (int p = 0; p < pattern.length(); p++) {
      if (!reached[p] || pattern.charAt(p) != '*') {
        continue;
      }
      reached[p + 1] = true;
      if (before == '/' && pattern.startsWith("**/", p)) {
        reached[p + 3] = true;
      }
    }
  }

  private static boolean isDouble(String pattern, int p) {
    return pattern.startsWith("**", p);
  }
}
