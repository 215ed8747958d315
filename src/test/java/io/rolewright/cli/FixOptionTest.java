package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixOptionTest {

  private static final String LAX =
      """
      Version: "2012-10-17"
      Statement: # of ann
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:user/ann
          Action: sts:*
          Condition:
            BoolIfExists: {aws:MultiFactorAuthPresent: "true"}
      """;

  private static final String STRICT =
      LAX.replace("sts:*", "sts:AssumeRole").replace("BoolIfExists", "Bool");

  @TempDir private Path directory;
  private Session session;

  @BeforeEach
  void open_a_session() {
    session = Session.in(directory);
  }

  @Test
  void files_are_fixed_and_what_is_left_is_reported() throws IOException {
    Path file = write("trust.yaml", LAX);
    assertThat(check("--fix")).isEqualTo(Exit.CLEAN);
    assertThat(file).hasContent(STRICT);
    assertThat(session.out()).startsWith("no findings\n");
    assertThat(session.err())
        .contains("fixed trust.yaml: list what assumes the role (TP011)\n")
        .contains("(MF002)\n");
  }

  @Test
  void what_cannot_be_fixed_fails_the_run_as_ever() throws IOException {
    write("trust.yaml", LAX);
    write("open-trust.yaml", LAX.replaceFirst("arn:.*", "'*'").replaceAll(" *Condition[^$]*", ""));
    assertThat(check("--fix")).isEqualTo(Exit.FINDINGS);
    assertThat(session.out()).contains("open-trust.yaml").doesNotContain("MF002");
  }

  @Test
  void a_dry_run_prints_a_diff_and_changes_nothing() throws IOException {
    Path file = write("trust.yaml", LAX);
    assertThat(check("--fix", "--dry-run")).isEqualTo(Exit.CLEAN);
    assertThat(file).hasContent(LAX);
    assertThat(session.out())
        .isEqualTo(
            """
            --- a/trust.yaml
            +++ b/trust.yaml
            @@ -3,6 +3,6 @@
               - Effect: Allow
                 Principal:
                   AWS: arn:aws:iam::111122223333:user/ann
            -    Action: sts:*
            +    Action: sts:AssumeRole
                 Condition:
            -      BoolIfExists: {aws:MultiFactorAuthPresent: "true"}
            +      Bool: {aws:MultiFactorAuthPresent: "true"}
            """);
    assertThat(session.err()).startsWith("would fix trust.yaml: ");
  }

  @Test
  void a_file_keeps_its_encoding_and_its_line_breaks() throws IOException {
    String dos = "\uFEFF" + LAX.replace("\n", "\r\n");
    Path utf8 = directory.resolve("one-trust.yaml");
    Path utf16 = directory.resolve("two-trust.yaml");
    Files.write(utf8, dos.getBytes(StandardCharsets.UTF_8));
    Files.write(utf16, dos.getBytes(StandardCharsets.UTF_16LE));
    check("--fix");
    String expected = "\uFEFF" + STRICT.replace("\n", "\r\n");
    assertThat(Files.readAllBytes(utf8)).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
    assertThat(Files.readAllBytes(utf16)).isEqualTo(expected.getBytes(StandardCharsets.UTF_16LE));
    assertThat(names()).containsExactly("one-trust.yaml", "two-trust.yaml");
  }

  @Test
  void a_last_line_without_a_line_break_is_shown_as_such() throws IOException {
    write("trust.yaml", LAX.strip());
    check("--fix", "--dry-run");
    assertThat(session.out())
        .endsWith(
            """
            -      BoolIfExists: {aws:MultiFactorAuthPresent: "true"}
            \\ No newline at end of file
            +      Bool: {aws:MultiFactorAuthPresent: "true"}
            \\ No newline at end of file
            """);
  }

  @Test
  void where_there_is_nothing_to_fix_nothing_is_written() throws IOException {
    Path file = write("trust.yaml", STRICT);
    assertThat(check("--fix")).isEqualTo(Exit.CLEAN);
    assertThat(file).hasContent(STRICT);
    assertThat(session.err()).isEqualTo("nothing to fix\n");
  }

  @Test
  void a_dry_run_alone_is_wrong_usage() throws IOException {
    write("trust.yaml", LAX);
    assertThat(check("--dry-run")).isEqualTo(Exit.FAILED);
    assertThat(session.err()).contains("--dry-run goes with --fix");
  }

  @Test
  void reports_for_programs_carry_the_fixes() throws IOException {
    write("trust.yaml", LAX);
    check("--format", "json");
    JsonNode findings = new ObjectMapper().readTree(session.out()).get("findings");
    assertThat(findings.get(0).get("fix").toString())
        .isEqualTo(
            "{\"title\":\"list what assumes the role\",\"edits\":[{\"line\":6,"
                + "\"column\":13,\"endLine\":6,\"endColumn\":18,\"text\":\"sts:AssumeRole\"}]}");
    check("--format", "sarif");
    JsonNode result = new ObjectMapper().readTree(session.out()).at("/runs/0/results/1");
    assertThat(result.at("/fixes/0/artifactChanges/0").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"trust.yaml\",\"uriBaseId\":\"%SRCROOT%\"},"
                + "\"replacements\":[{\"deletedRegion\":{\"startLine\":8,\"startColumn\":7,"
                + "\"endLine\":8,\"endColumn\":19},\"insertedContent\":{\"text\":\"Bool\"}}]}");
  }

  private int check(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = "check";
    System.arraycopy(options, 0, all, 1, options.length);
    return session.run(new ShippedEngine(), all);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
