package io.rolewright.parse.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to pass over: the patterns of {@code .gitignore} files, each of which speaks of its own
 * folder and those below, and the patterns of the configuration. The last pattern that speaks of a
 * file decides, that of a deeper folder before that of a higher one.
 */
final class IgnoreRules {

  /** Patterns that stand in a folder. */
  private record Rules(Path folder, IgnoreFile patterns) {}

  private final List<Rules> rules = new ArrayList<>();
  private final List<Rules> configured = new ArrayList<>();
  private final Set<Path> read = new HashSet<>();

  IgnoreRules(Path base, List<String> patterns) {
    if (!patterns.isEmpty()) {
      configured.add(new Rules(base, new IgnoreFile(String.join("\n", patterns))));
    }
  }

  /**
   * Reads the {@code .gitignore} files from the root of the repository down to a folder that was
   * named. If they ignore that folder, or one it is in, they have no say: who names it wants it
   * looked at.
   */
  void addAbove(Path folder) {
    int before = rules.size();
    readAbove(folder);
    if (ignoresAbove(folder)) {
      rules.subList(before, rules.size()).clear();
    }
  }

  private boolean ignoresAbove(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (says(rules, at, true).orElse(false)) {
        return true;
      }
    }
    return false;
  }

  private void readAbove(Path folder) {
    List<Path> above = new ArrayList<>();
    Path at = folder;
    while (at != null && !Files.exists(at.resolve(".git"))) {
      at = at.getParent();
      above.add(at);
    }
    if (at != null) {
      Collections.reverse(above);
      above.forEach(this::add);
    }
  }

  /** Reads the {@code .gitignore} file of a folder, if it has one. */
  void add(Path folder) {
    Path file = folder.resolve(".gitignore");
    if (read.add(folder) && Files.isRegularFile(file)) {
      text(file).ifPresent(patterns -> rules.add(new Rules(folder, new IgnoreFile(patterns))));
    }
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  boolean ignores(Path path, boolean folder) {
    return says(configured, path, folder).orElse(false) || says(rules, path, folder).orElse(false);
  }

  private static Optional<Boolean> says(List<Rules> rules, Path path, boolean folder) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rules at = rules.get(i);
      if (path.startsWith(at.folder()) && !path.equals(at.folder())) {
        String relative = at.folder().relativize(path).toString();
        String slashed = relative.replace(path.getFileSystem().getSeparator(), "/");
        Optional<Boolean> said = at.patterns().ignores(slashed, folder);
        if (said.isPresent()) {
          return said;
        }
      }
    }
    return Optional.empty();
  }
}
