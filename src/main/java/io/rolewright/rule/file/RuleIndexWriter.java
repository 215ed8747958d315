package io.rolewright.rule.file;

import io.rolewright.rule.lang.RuleLanguage;
import io.rolewright.rule.word.Dictionary;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the rule index from the rule files; the build runs it after compiling. A file that is not
 * as a rule file must be fails the build.
 */
public final class RuleIndexWriter {

  private RuleIndexWriter() {}

  /**
   * @param args the folder of the rule files, and the index to write
   */
  public static void main(String[] args) throws IOException {
    List<RuleFile> files = read(Path.of(args[0]));
    Path index = Path.of(args[1]);
    Files.createDirectories(index.getParent());
    Files.writeString(index, RuleIndex.write(files, RuleIndexWriter::logic));
  }

  /** The checker's name, or the block as the index has it; a mistake in it fails the build. */
  private static String logic(RuleFile file) {
    file.checker().ifPresent(RuleBook::checker);
    return file.checker()
        .orElseGet(
            () -> {
              RuleLanguage.Compilation compilation =
                  Dictionary.language().compile(file.source(), file.block().orElseThrow().span());
              compilation
                  .problems()
                  .forEach(
                      problem -> {
                        throw new RuleFileException(problem);
                      });
              return RuleIndex.BLOCK + compilation.compiled().orElseThrow();
            });
  }

  /** All rule files below a folder, by id; {@code README.md} is none. */
  public static List<RuleFile> read(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths =
          walk.filter(p -> p.toString().endsWith(".md"))
              .filter(p -> !p.getFileName().toString().equals("README.md"))
              .sorted()
              .toList();
    }
    List<RuleFile> files = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Path path : paths) {
      String page = folder.relativize(path).toString().replace('\\', '/');
      RuleFile file = RuleFile.read(page, Files.readString(path));
      if (!ids.add(file.metadata().id())) {
        String message = "another rule has this id, " + file.metadata().id();
        throw new RuleFileException(Problem.error(message, file.source().at(0, 3)));
      }
      files.add(file);
    }
    files.sort((a, b) -> a.metadata().id().compareTo(b.metadata().id()));
    return files;
  }
}
