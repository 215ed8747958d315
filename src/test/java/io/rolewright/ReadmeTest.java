package io.rolewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every command that the README shows does what it says. */
class ReadmeTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TestFactory
  Stream<DynamicTest> each_command_works() throws IOException {
    return commands().stream()
        .filter(command -> command.startsWith("./rolewright "))
        .map(command -> DynamicTest.dynamicTest(command, () -> run(command)));
  }

  @Test
  void the_test_command_is_what_continuous_integration_runs() throws IOException {
    assertThat(commands()).contains("./mvnw verify");
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("./mvnw ").contains(" verify");
  }

  @Test
  void the_configuration_shown_is_legal() throws Exception {
    String readme = Files.readString(ROOT.resolve("README.md"));
    int start = readme.indexOf("```yaml\naccounts:") + "```yaml\n".length();
    Path config = Files.createTempDirectory("readme").resolve("rolewright.yaml");
    Files.writeString(config, readme.substring(start, readme.indexOf("```", start)));
    assertThat(start(List.of("check", "samples/clean", "--config", config.toString()))).isZero();
  }

  private static void run(String command) throws Exception {
    List<String> words = List.of(command.split("\\s+"));
    int exit = start(words.subList(1, words.size()));
    boolean findings =
        command.equals("./rolewright check samples") || command.endsWith("--format json");
    boolean accepted = command.contains("baseline");
    assertThat(exit).as(command).isEqualTo(findings && !accepted ? 1 : 0);
  }

  private static int start(List<String> arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "io.rolewright.cli.Main"));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .directory(ROOT.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** The lines of the README's shell fences. */
  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean shell = false;
    for (String line : Files.readAllLines(ROOT.resolve("README.md"))) {
      if (line.startsWith("```")) {
        shell = line.equals("```sh");
      } else if (shell) {
        commands.add(line);
      }
    }
    return commands;
  }
}
