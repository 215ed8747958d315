package io.rolewright.parse.walk;

import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the files that may hold policies.
 *
 * <p>A file that is named is taken whatever it is called. Folders are walked without following
 * links to folders; what {@code .gitignore} and the configuration leave out is passed over, and so
 * are folders of tools and build output. {@code cdk.out} is walked: templates that CDK synthesises
 * are what will be deployed, and most projects ignore the folder in {@code .gitignore} anyway.
 */
public final class FileWalk {

  private static final Set<String> PASSED_OVER =
      Set.of(
          ".git",
          ".hg",
          ".svn",
          "node_modules",
          "target",
          "build",
          "dist",
          ".terraform",
          ".gradle",
          ".aws-sam",
          ".serverless",
          "venv",
          ".venv",
          "__pycache__",
          ".idea",
          ".vscode");

  private static final List<String> EXTENSIONS = List.of(".json", ".yaml", ".yml", ".template");

  private final Path workingDirectory;
  private final IgnoreRules ignored;
  private final List<Candidate> found = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  /**
   * @param workingDirectory where relative paths start and names are relative to
   * @param ignored patterns of files and folders to pass over, as in a {@code .gitignore} file,
   *     relative to {@code base}
   */
  public FileWalk(Path workingDirectory, Path base, List<String> ignored) {
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    this.ignored = new IgnoreRules(base.toAbsolutePath().normalize(), ignored);
  }

  /** Adds a file, or all candidates below a folder. */
  public void add(Path path) {
    Path absolute = workingDirectory.resolve(path).normalize();
    if (Files.isDirectory(absolute)) {
      ignored.addAbove(absolute);
      walk(absolute);
    } else if (Files.isRegularFile(absolute)) {
      take(absolute, true);
    } else {
      problems.add(Problem.error(reason(absolute), SourceFile.unread(name(absolute)).whole()));
    }
  }

  /** What was found, by name. */
  public List<Candidate> candidates() {
    found.sort(Comparator.comparing(Candidate::name));
    return List.copyOf(found);
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private static String reason(Path path) {
    if (Files.isSymbolicLink(path)) {
      return "this link points at nothing";
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return "this is neither a file nor a folder";
    }
    return "there is no such file or folder";
  }

  private void walk(Path folder) {
    try {
      Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), 64, new Visitor(folder));
    } catch (IOException unreadable) {
      warn(folder, "this folder cannot be read");
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {

    private final Path root;

    Visitor(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(root)) {
        String last = folder.getFileName().toString();
        if (PASSED_OVER.contains(last) || ignored.ignores(folder, true)) {
          return FileVisitResult.SKIP_SUBTREE;
        }
      }
      ignored.add(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isDirectory()) {
        warn(file, "this folder is too deep below the one that was named; it is not looked at");
      } else if (isCandidate(file) && !ignored.ignores(file, false)) {
        visitCandidate(file, attributes);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      warn(file, "this cannot be read");
      return FileVisitResult.CONTINUE;
    }
  }

  /** Pipes, sockets and devices are passed over: opening one may wait for ever. */
  private void visitCandidate(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      take(file, false);
    } else if (attributes.isSymbolicLink()) {
      if (Files.isRegularFile(file)) {
        take(file, false);
      } else if (!Files.exists(file)) {
        warn(file, "this link points at nothing");
      }
    }
  }

  private static boolean isCandidate(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return EXTENSIONS.stream().anyMatch(name::endsWith);
  }

  private void take(Path file, boolean named) {
    if (seen.add(real(file))) {
      found.add(new Candidate(file, name(file), named));
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException unresolved) {
      return file;
    }
  }

  private void warn(Path path, String message) {
    problems.add(Problem.warning(message, SourceFile.unread(name(path)).whole()));
  }

  private String name(Path path) {
    Path shown = path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
    String name = shown.toString().replace('\\', '/');
    return name.isEmpty() ? "." : name;
  }
}
