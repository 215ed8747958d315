package io.rolewright.reason.z3;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;

/** Loads Z3's native libraries into this process. */
final class Natives {

  /** Of the bindings that pom.xml names; tested to be so. */
  static final String VERSION = "4.14.1";

  private static final String BINDINGS = Platform.IN_JAR + "Native.class";

  private Natives() {}

  /** The jar with Z3's classes and libraries; none if it is not on the class path. */
  static Optional<Path> jar() {
    URL bindings = Natives.class.getClassLoader().getResource(BINDINGS);
    if (bindings == null || !bindings.getProtocol().equals("jar")) {
      return Optional.empty();
    }
    String file = bindings.getPath();
    return Optional.of(Path.of(URI.create(file.substring(0, file.lastIndexOf("!/")))));
  }

  /** Why they could not be loaded; none if they were. */
  static Optional<String> load(Map<String, String> environment) {
    String os = System.getProperty("os.name");
    String processor = System.getProperty("os.arch");
    Optional<Platform> platform = Platform.of(os, processor);
    if (platform.isEmpty()) {
      return Optional.of("Z3 is not available on " + os + " " + processor);
    }
    Optional<Path> path = jar();
    if (path.isEmpty()) {
      return Optional.of("Z3 is not part of this installation");
    }
    try (JarFile jar = new JarFile(path.get().toFile())) {
      return load(new Unpacked(jar, platform.get()), homes(environment));
    } catch (IOException unreadable) {
      return Optional.of("Z3 cannot be read: " + oneLine(unreadable));
    }
  }

  private static Optional<String> load(Unpacked libraries, List<Path> homes) {
    Optional<String> why = Optional.empty();
    for (Path home : homes) {
      try {
        libraries.below(home).forEach(library -> System.load(library.toString()));
        return Optional.empty();
      } catch (IOException | UnsatisfiedLinkError another) {
        why = Optional.of(why.orElse("Z3 cannot be loaded: " + oneLine(another)));
      }
    }
    return loadOnce(libraries).isEmpty() ? Optional.empty() : why;
  }

  /** From a folder for this time only, which can be deleted at once where the system permits. */
  private static Optional<String> loadOnce(Unpacked libraries) {
    try {
      Path home = Files.createTempDirectory("rolewright-z3");
      try {
        libraries.below(home).forEach(library -> System.load(library.toString()));
      } finally {
        Unpacked.delete(home);
      }
      return Optional.empty();
    } catch (IOException | UnsatisfiedLinkError none) {
      return Optional.of(oneLine(none));
    }
  }

  /** Where unpacked libraries may be kept, the best place first. */
  static List<Path> homes(Map<String, String> environment) {
    List<Path> roots = new ArrayList<>();
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!cache.isEmpty() && Path.of(cache).isAbsolute()) {
      roots.add(Path.of(cache));
    }
    String user = System.getProperty("user.home", "");
    if (!user.isEmpty() && Path.of(user).isAbsolute()) {
      roots.add(Path.of(user, ".cache"));
    }
    return roots.stream().map(root -> root.resolve("rolewright/z3-" + VERSION)).toList();
  }

  private static String oneLine(Throwable failure) {
    String said = String.valueOf(failure.getMessage());
    return failure.getClass().getSimpleName() + " " + said.lines().findFirst().orElse("");
  }
}
