package io.rolewright.reason.z3;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the other process is started.
 *
 * @param command empty if there is nothing to start
 * @param environment more variables, in addition to ours
 */
record Launch(List<String> command, Map<String, String> environment) {

  private static final int NATIVE_ACCESS_SINCE = 22;

  /** Options meant for us, such as to listen for a debugger, would stop a second process. */
  private static final List<String> NOT_OURS =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** {@link Worker} by the Java that runs us, with no more than two entries in its class path. */
  static Launch worker() {
    Optional<Path> z3 = Natives.jar();
    if (z3.isEmpty()) {
      return new Launch(List.of(), Map.of());
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options());
    command.add("-cp");
    command.add(ours() + File.pathSeparator + z3.get());
    command.add(Worker.class.getName());
    return new Launch(command, Map.of());
  }

  /** Little memory, a quick start, and no files if it crashes. */
  private static List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash"));
    if (Runtime.version().feature() >= NATIVE_ACCESS_SINCE) {
      options.add("--enable-native-access=ALL-UNNAMED");
    }
    return options;
  }

  /** The jar or folder that we are in. */
  private static Path ours() {
    CodeSource source = Worker.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Process start() throws IOException {
    if (command.isEmpty()) {
      throw new IOException("its jar is missing");
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeAll(NOT_OURS);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
