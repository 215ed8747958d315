package io.rolewright;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.who.WhoCan;
import io.rolewright.analyze.who.WhoQuestion;
import io.rolewright.analyze.who.WhoRun;
import io.rolewright.report.Format;
import io.rolewright.report.WhoReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The story in {@code samples/who-gets-in} end to end, against the {@code .txt} files there. After
 * a change that is meant, renew these with {@code -Drolewright.renew=true} and read the difference.
 */
class WhoSamplesTest {

  private static final Path STORY = Path.of("../samples/who-gets-in").toAbsolutePath().normalize();
  private static final Path EXPORT = Path.of("account.json");

  @Test
  void who_gets_at_the_role_is_told_as_expected() throws IOException {
    test(question(Optional.of("payroll-reader"), Optional.empty()), "payroll-reader.txt");
  }

  @Test
  void who_gets_at_the_pay_slips_is_told_as_expected() throws IOException {
    WhoQuestion.Permission slips =
        new WhoQuestion.Permission(
            "s3:GetObject", "arn:aws:s3:::payroll/slips/2026-11.pdf", Optional.empty());
    test(question(Optional.empty(), Optional.of(slips)), "pay-slips.txt");
  }

  @Test
  void the_same_question_gives_the_same_bytes() throws IOException {
    WhoQuestion question = question(Optional.of("payroll-reader"), Optional.empty());
    for (Format format : new Format[] {Format.TEXT, Format.JSON}) {
      assertThat(report(question, format)).isEqualTo(report(question, format));
    }
  }

  private static WhoQuestion question(
      Optional<String> role, Optional<WhoQuestion.Permission> permission) {
    return new WhoQuestion(role, permission, EXPORT, Optional.empty());
  }

  private static void test(WhoQuestion question, String file) throws IOException {
    Path expected = STORY.resolve(file);
    String said = report(question, Format.TEXT);
    if (Boolean.getBoolean("rolewright.renew")) {
      Files.writeString(expected, said);
    }
    assertThat(said).isEqualTo(Files.readString(expected));
  }

  private static String report(WhoQuestion question, Format format) throws IOException {
    WhoRun run = WhoCan.ask(question, STORY);
    assertThat(run.problems()).isEmpty();
    StringWriter out = new StringWriter();
    WhoReport.in(format, new WhoReport.Options("test", false)).write(run, out);
    return out.toString();
  }
}
