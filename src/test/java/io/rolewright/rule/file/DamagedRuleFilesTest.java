package io.rolewright.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever becomes of a rule file, reading it ends with a rule or with a problem in it. */
class DamagedRuleFilesTest {

  private static final int TRIES = 40;
  private static final List<String> INK =
      List.of(
          "`", "```", "---", "\n", "\r", "\t", ":", "[", "{", "}", "\"", "#", "é", "\ud83d", "\0");

  @TestFactory
  Stream<DynamicTest> a_damaged_file_is_read_without_a_crash() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("../rules"))) {
      List<Path> pages =
          walk.filter(p -> p.toString().endsWith(".md") && !p.endsWith("README.md"))
              .sorted()
              .toList();
      return pages.stream()
          .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> damage(page)));
    }
  }

  private static void damage(Path page) throws IOException {
    String text = Files.readString(page);
    Random random = new Random(text.length());
    for (int i = 0; i < TRIES; i++) {
      read(damaged(text, random));
    }
  }

  private static void read(String text) {
    RuleLoader loader = RuleLoader.ofRulesUnderTest().load(SourceFile.of("damaged.md", text));
    assertThat(loader.loaded().size() + loader.problems().size()).isPositive();
    assertThat(loader.problems()).allMatch(p -> p.at().span().end() <= text.length());
  }

  private static String damaged(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(80));
    String ink = INK.get(random.nextInt(INK.size()));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, from);
      case 1 -> text.substring(0, from) + text.substring(to);
      case 2 -> text.substring(0, from) + ink + text.substring(from);
      default -> text.substring(0, from) + text.substring(from, to).repeat(3) + text.substring(to);
    };
  }

  @Test
  void long_lines_take_no_long_time() {
    String begin =
        "---\nid: MY001\ntitle: t\nseverity: low\n---\n## Rule\n```rule\n```\n## Noncompliant\n";
    for (String piece : List.of(" ", "// finding ", "# ", "#", "`", "[", "a=b ")) {
      String line = piece.repeat(200_000 / piece.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> read(begin + "```yaml " + line + "\n" + line + "x\n```\n"));
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> read("---\nid: " + line + "\n---\n" + line));
    }
  }
}
