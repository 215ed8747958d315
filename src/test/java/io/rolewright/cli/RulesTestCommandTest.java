package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rolewright rules test}: examples of rule files as tests. */
class RulesTestCommandTest {

  private static final Path SHIPPED = Path.of("../rules/trust/public-trust.md");

  @TempDir Path folder;

  @Test
  void a_rule_that_does_as_its_examples_say_passes() throws IOException {
    Files.copy(SHIPPED, folder.resolve("public-trust.md"));
    Session session = Session.in(folder);
    assertThat(test(session, "public-trust.md")).isZero();
    assertThat(session.out())
        .contains("ok    TP001 finds: The star under AWS\n")
        .contains("ok    TP001 is silent on: One account\n")
        .containsPattern(" of 1 rule: \\d+ passed, 0 failed\n$");
  }

  @Test
  void what_is_found_elsewhere_or_otherwise_is_told_by_its_line() throws IOException {
    String page =
        Files.readString(SHIPPED)
            .replaceFirst("// finding critical: .*", "// finding low: martians")
            .replaceFirst("\"Principal\": \"\\*\", // finding", "\"Principal\": \"*\",")
            .replaceFirst("\"Statement\": \\{", "\"Statement\": { // finding");
    Files.writeString(folder.resolve("public-trust.md"), page);
    int first = line(page, "// finding low");
    int second = line(page, "\"Statement\": { // finding");
    Session session = Session.in(folder);
    assertThat(test(session, "public-trust.md")).isEqualTo(1);
    assertThat(session.out())
        .containsPattern(
            "FAIL  TP001 finds: The star under AWS\n"
                + "      public-trust.md:"
                + first
                + ": expected severity low, found critical: .*\n"
                + "      public-trust.md:"
                + first
                + ": expected a message with `martians`, found critical: ")
        .containsPattern(
            "      public-trust.md:"
                + second
                + ": expected a finding, found none\n"
                + "      public-trust.md:"
                + (second + 2)
                + ": expected nothing, found critical: ")
        .containsPattern("\\d passed, 2 failed");
  }

  @Test
  void an_example_that_cannot_be_judged_fails() throws IOException {
    String page = Files.readString(SHIPPED);
    int compliant = page.indexOf("## Compliant");
    Files.writeString(
        folder.resolve("public-trust.md"),
        page.substring(0, compliant)
            + page.substring(compliant).replaceFirst("\"Version\"", "Version\""));
    Session session = Session.in(folder);
    assertThat(test(session, "public-trust.md")).isEqualTo(1);
    assertThat(session.out()).contains("the example cannot be judged: ");
  }

  @Test
  void a_broken_file_does_not_stop_the_others() throws IOException {
    Files.copy(SHIPPED, folder.resolve("public-trust.md"));
    Files.writeString(folder.resolve("broken.md"), "---\nid: MY001\n---\n");
    Session session = Session.in(folder);
    assertThat(test(session, ".")).isEqualTo(2);
    assertThat(session.out())
        .contains("ok    TP001 finds: The star under AWS\n")
        .contains("error: the front matter has no `title`\n   --> broken.md:1:1\n")
        .endsWith(" passed, 0 failed\n");
  }

  @Test
  void a_rule_without_examples_is_told() throws IOException {
    Files.writeString(
        folder.resolve("untested.md"),
        "---\nid: MY001\ntitle: t\nseverity: low\n---\n## Rule\n\n```rule\nfor role r\n"
            + "report r \"it\"\n```\n");
    Session session = Session.in(folder);
    assertThat(test(session, ".")).isZero();
    assertThat(session.out()).startsWith("none  MY001 has no noncompliant example");
  }

  @Test
  void without_rules_there_is_nothing_to_test() {
    Session session = Session.in(folder);
    assertThat(test(session)).isEqualTo(2);
    assertThat(session.err())
        .isEqualTo("error: there are no rules to test; `rolewright rules new` begins one\n");
  }

  /** The line, from 1, of the first place of a text. */
  private static int line(String page, String text) {
    return (int) page.substring(0, page.indexOf(text)).lines().count();
  }

  private static int test(Session session, String... paths) {
    String[] command = new String[paths.length + 2];
    command[0] = "rules";
    command[1] = "test";
    System.arraycopy(paths, 0, command, 2, paths.length);
    return session.run(new ShippedEngine(), command);
  }
}
