package io.rolewright.parse.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patterns of one <a href="https://git-scm.com/docs/gitignore">.gitignore</a>, of which the
 * last that matches decides.
 */
final class IgnoreFile {

  private final List<Pattern> patterns = new ArrayList<>();

  /**
   * A line: {@code !} negates, a slash before the end anchors, one at the end asks for a folder.
   */
  private record Pattern(IgnoreGlob glob, boolean negated, boolean anchored, boolean folder) {

    private boolean matches(String path, String name, boolean isFolder) {
      return (isFolder || !folder) && glob.matches(anchored ? path : name);
    }
  }

  /** Reads the text of such a file. */
  IgnoreFile(String text) {
    String patternText = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (String line : patternText.split("\n")) {
      String pattern =
          withoutTrail(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      if (!pattern.isEmpty() && !pattern.startsWith("#")) {
        add(pattern);
      }
    }
  }

  /** Trailing spaces do not count unless a backslash stands before them. */
  private static String withoutTrail(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && !isEscaped(line, end - 1)) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean isEscaped(String line, int at) {
    int backslashes = 0;
    while (at - backslashes > 0 && line.charAt(at - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private void add(String pattern) {
    boolean negated = pattern.startsWith("!");
    String rest = negated ? pattern.substring(1) : pattern;
    boolean folder = rest.endsWith("/");
    String glob = folder ? rest.substring(0, rest.length() - 1) : rest;
    boolean anchored = glob.indexOf('/') >= 0;
    String relative = glob.startsWith("/") ? glob.substring(1) : glob;
    if (!relative.isEmpty()) {
      patterns.add(new Pattern(new IgnoreGlob(relative), negated, anchored, folder));
    }
  }

  /**
   * Whether a path is to be ignored; nothing where no pattern matches.
   *
   * @param path relative to the folder of the file, with slashes
   */
  Optional<Boolean> ignores(String path, boolean isFolder) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (int i = patterns.size() - 1; i >= 0; i--) {
      if (patterns.get(i).matches(path, name, isFolder)) {
        return Optional.of(!patterns.get(i).negated());
      }
    }
    return Optional.empty();
  }
}
