package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/private-rules.md shows is so. */
class PrivateRulesDocsTest {

  private static final Path PAGE = Path.of("../docs/private-rules.md");

  @TempDir Path folder;

  @Test
  void its_commands_work_one_after_the_other() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Session session = Session.in(folder);
    List<String> commands = commands();
    assertThat(commands).hasSizeGreaterThan(4);
    for (String command : commands) {
      String[] words = command.substring("rolewright ".length()).split(" ");
      assertThat(session.run(new ShippedEngine(), words))
          .as(command + "\n" + session.out() + session.err())
          .isZero();
    }
  }

  @Test
  void the_rule_it_shows_passes_its_tests() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("````markdown\n") + "````markdown\n".length();
    String rule = page.substring(start, page.indexOf("````\n", start));
    Files.writeString(folder.resolve("admin-session-too-long.md"), rule);
    Session session = Session.in(folder);
    assertThat(session.run(new ShippedEngine(), "rules", "test", ".")).as(session.out()).isZero();
    assertThat(session.out()).endsWith("2 examples of 1 rule: 2 passed, 0 failed\n");
  }

  /** The lines of the page's shell fences. */
  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean shell = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("```")) {
        shell = line.equals("```sh");
      } else if (shell) {
        commands.add(line);
      }
    }
    return commands;
  }
}
