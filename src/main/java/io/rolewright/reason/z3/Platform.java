package io.rolewright.reason.z3;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A system that Z3's jar has native libraries for.
 *
 * @param folder where they are in the jar, below {@link #IN_JAR}
 * @param libraries in the order in which they must be loaded
 */
record Platform(String folder, List<String> libraries) {

  static final String IN_JAR = "com/microsoft/z3/";

  private static final List<Platform> ALL =
      List.of(
          new Platform("linux/amd64", List.of("libz3.so", "libz3java.so")),
          new Platform("linux/aarch64", List.of("libz3.so", "libz3java.so")),
          new Platform("osx/amd64", List.of("libz3.dylib", "libz3java.dylib")),
          new Platform("osx/aarch64", List.of("libz3.dylib", "libz3java.dylib")),
          new Platform(
              "windows/amd64",
              List.of("vcruntime140.dll", "vcruntime140_1.dll", "libz3.dll", "libz3java.dll")),
          new Platform("windows/x86", List.of("vcruntime140.dll", "libz3.dll", "libz3java.dll")));

  /** Every one. */
  static List<Platform> all() {
    return ALL;
  }

  /**
   * That of these two system properties.
   *
   * @param os as {@code os.name}
   * @param processor as {@code os.arch}
   */
  static Optional<Platform> of(String os, String processor) {
    String name = os.toLowerCase(Locale.ROOT);
    String system = name.startsWith("mac") ? "osx" : name.startsWith("windows") ? "windows" : name;
    String kind =
        switch (processor) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64", "arm64" -> "aarch64";
          case "x86", "i386", "i486", "i586", "i686" -> "x86";
          default -> processor;
        };
    String folder = system + "/" + kind;
    return ALL.stream().filter(platform -> platform.folder.equals(folder)).findFirst();
  }
}
