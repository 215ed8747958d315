package io.rolewright.rule.file;

import io.rolewright.source.Decoder;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads rule files from disk, within bounds: whatever the folder, it takes no long time and no much
 * memory. Never throws for what is there: that is a problem.
 */
final class RuleFolders {

  static final int MAX_DEPTH = 8;
  static final int MAX_ENTRIES = 20_000;
  static final int MAX_FILES = 1_000;
  static final long MAX_BYTES = 256 * 1024;

  private final Path workingDirectory;
  private final List<SourceFile> files = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param workingDirectory relative paths start here, and names are told from here
   */
  RuleFolders(Path workingDirectory) {
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
  }

  /** The texts of all rule files found, in the order of names within a folder. */
  List<SourceFile> files() {
    return List.copyOf(files);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Reads a rule file, or all below a folder; {@code README.md} is none. */
  void add(Path path) {
    Path absolute = workingDirectory.resolve(path).normalize();
    if (Files.isRegularFile(absolute)) {
      read(absolute);
    } else if (Files.isDirectory(absolute)) {
      pages(absolute).forEach(this::read);
    } else {
      problem("there is no such file or folder of rules", absolute);
    }
  }

  private List<Path> pages(Path folder) {
    Pages pages = new Pages();
    try {
      Set<FileVisitOption> followed = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
      Files.walkFileTree(folder, followed, MAX_DEPTH, pages);
    } catch (IOException unreadable) {
      problem("this folder cannot be read", folder);
    }
    if (pages.tooMany) {
      problem("this folder holds too much to be a folder of rules; name a smaller one", folder);
      return List.of();
    }
    pages.found.sort(null);
    return pages.found;
  }

  private void read(Path path) {
    try {
      if (!seen.add(path.toRealPath())) {
        return; // named twice, such as by an option and as the project's own
      }
      if (Files.size(path) > MAX_BYTES) {
        problem("this is larger than the " + MAX_BYTES / 1024 + " KB of a rule file", path);
        return;
      }
      Decoder.Decoded decoded = Decoder.decode(name(path), Files.readAllBytes(path));
      decoded.problem().ifPresent(problems::add);
      if (decoded.problem().isEmpty()) {
        files.add(decoded.file());
      }
    } catch (IOException unreadable) {
      problem("this file cannot be read", path);
    }
  }

  private void problem(String message, Path path) {
    problems.add(Problem.error(message, SourceFile.unread(name(path)).whole()));
  }

  private String name(Path path) {
    boolean inside = path.startsWith(workingDirectory) && !path.equals(workingDirectory);
    Path shown = inside ? workingDirectory.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }

  /** The rule files below a folder, up to a bound. */
  private static final class Pages extends SimpleFileVisitor<Path> {

    private final List<Path> found = new ArrayList<>();
    private int entries;
    private boolean tooMany;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      if (attributes.isRegularFile() && name.endsWith(".md") && !isReadme(name)) {
        found.add(file);
      }
      entries++;
      tooMany = entries > MAX_ENTRIES || found.size() > MAX_FILES;
      return tooMany ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    /** What cannot be visited, such as a link in a circle, holds no rules. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
      return FileVisitResult.CONTINUE;
    }

    private static boolean isReadme(String name) {
      return name.toLowerCase(Locale.ROOT).equals("readme.md");
    }
  }
}
