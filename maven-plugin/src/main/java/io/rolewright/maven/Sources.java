package io.rolewright.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where a Maven project keeps its policies and templates. */
record Sources(Path basedir, List<String> includes) {

  /** The resources, the templates beside the POM, and what was configured; sorted. */
  List<Path> paths() {
    List<Path> paths = new ArrayList<>();
    Path resources = basedir.resolve("src/main/resources");
    if (Files.isDirectory(resources)) {
      paths.add(resources);
    }
    paths.addAll(templates());
    includes.forEach(include -> paths.add(basedir.resolve(include)));
    return paths;
  }

  private List<Path> templates() {
    try (Stream<Path> files = Files.list(basedir)) {
      return files.filter(Files::isRegularFile).filter(Sources::isTemplate).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTemplate(Path file) {
    String name = file.getFileName().toString();
    boolean data = name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml");
    return name.endsWith(".template")
        || data && (name.contains("template") || name.contains("cloudformation"));
  }
}
