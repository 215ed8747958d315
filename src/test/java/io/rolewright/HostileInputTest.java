package io.rolewright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, in a virtual machine of 256 MB, on files that were made to break it. */
class HostileInputTest {

  private static final String PUBLIC =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
          + "\"Principal\":{\"AWS\":\"*\"},\"Action\":\"sts:AssumeRole\"}]}";

  @TempDir Path folder;

  /** What a run ended with and said. */
  private record Run(int exit, String out, String err) {}

  @Test
  void a_folder_of_bad_files_is_judged_as_far_as_it_goes() throws Exception {
    write("good.json", PUBLIC);
    write("bom.json", "\uFEFF" + PUBLIC);
    write("crlf.json", PUBLIC.replace(",", ",\r\n"));
    Files.write(folder.resolve("utf16.json"), PUBLIC.getBytes(StandardCharsets.UTF_16));
    write("not-json.json", "Statement: [Effect");
    write("truncated.json", PUBLIC.substring(0, 80));
    Files.write(
        folder.resolve("latin1.json"), "{\"Statement\": \"\u00e9\"}".getBytes("ISO-8859-1"));
    write("empty.json", "");
    write("deep.json", "{\"Statement\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    write("deep.yaml", "Statement:\n  Effect: " + "[".repeat(100_000));
    write("bomb.yaml", bomb());
    Files.createSymbolicLink(folder.resolve("broken.json"), Path.of("nowhere"));
    new ProcessBuilder("mkfifo", folder.resolve("pipe.json").toString()).start().waitFor();

    Run run = check("--format", "json", folder.toString());

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    for (String judged : List.of("good.json", "bom.json", "crlf.json", "utf16.json")) {
      assertThat(run.out()).contains("/" + judged + "\"");
    }
    assertThat(run.out()).contains("truncated.json", "latin1.json", "broken.json");
    assertThat(run.out()).doesNotContain("empty.json", "pipe.json");
  }

  @Test
  void each_bad_file_that_is_named_is_an_error() throws Exception {
    write("deep.json", "{\"Statement\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    write("bomb.yaml", bomb());
    write("empty.json", "");
    write("text.json", "hello");
    for (String name :
        List.of("deep.json", "bomb.yaml", "empty.json", "text.json", "missing.json")) {
      Run run = check(folder.resolve(name).toString());
      assertThat(run.exit()).as(name + run.out() + run.err()).isEqualTo(2);
      assertThat(run.out()).as(name).contains("error: ").contains(name);
      assertThat(run.err()).doesNotContain("Exception");
    }
  }

  @Test
  @Timeout(60)
  void ten_thousand_statements_are_said_to_be_undecided() throws Exception {
    StringJoiner statements = new StringJoiner(",", "[", "]");
    for (int i = 0; i < 10_000; i++) {
      statements.add(
          """
          {"Effect": "%s", "Principal": {"AWS": "%d"}, "Action": "sts:AssumeRole",
           "Condition": {"StringEquals": {"sts:ExternalId": "x%d"}}}"""
              .formatted(i % 2 == 0 ? "Allow" : "Deny", 100_000_000_000L + i, i));
    }
    write("trust.json", "{\"Version\": \"2012-10-17\", \"Statement\": " + statements + "}");

    Run run = check(folder.resolve("trust.json").toString());

    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("GR003", "undecided: who gets in by this trust policy");
  }

  @Test
  @Timeout(60)
  void a_subject_of_thousands_of_wildcards_ends() throws Exception {
    write(
        "trust.json",
        PUBLIC
            .replace(
                "{\"AWS\":\"*\"}",
                "{\"Federated\":\"arn:aws:iam::111111111111:oidc-provider/"
                    + "token.actions.githubusercontent.com\"}")
            .replace(
                "\"sts:AssumeRole\"",
                "\"sts:AssumeRoleWithWebIdentity\",\"Condition\":{\"StringLike\":"
                    + "{\"token.actions.githubusercontent.com:sub\":\""
                    + "*a?".repeat(2_500)
                    + "\"}}"));

    Run run = check(folder.resolve("trust.json").toString());

    assertThat(run.exit()).as(run.out()).isLessThan(2);
    assertThat(run.out()).contains("checked 1 policy").doesNotContain("internal error");
  }

  @Test
  void a_hundred_megabytes_are_refused_with_a_message() throws Exception {
    String statement = PUBLIC.substring(PUBLIC.indexOf('[') + 1, PUBLIC.indexOf(']'));
    try (var out = Files.newBufferedWriter(folder.resolve("huge.json"))) {
      out.write("{\"Version\":\"2012-10-17\",\"Statement\":[" + statement);
      for (int i = 0; i < 1_300_000; i++) {
        out.write("," + statement);
      }
      out.write("]}");
    }
    write("good.json", PUBLIC);
    Run run = check(folder.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("is larger than").contains("good.json").contains("TP001");
  }

  private static String bomb() {
    StringBuilder bomb = new StringBuilder("Statement:\n- Effect: Allow\n  Action: x\n");
    bomb.append("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9));
      bomb.append("*a" + (i - 1) + "]\n");
    }
    return bomb.toString();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Run check(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "io.rolewright.cli.Main",
                "check"));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("rolewright", ".out");
    Path err = Files.createTempFile("rolewright", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends in time").isTrue();
    Run run = new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return run;
  }
}
