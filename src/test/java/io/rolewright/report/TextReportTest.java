package io.rolewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Result;
import io.rolewright.rule.Severity;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {

  @Test
  void findings_stand_by_file_then_problems_then_a_summary() throws IOException {
    assertThat(text(Sample.story(), false))
        .isEqualTo(
            """
            samples/vendor access/role.json

            critical[TP001] public-trust: any principal of any account can assume `vendor`
               --> samples/vendor access/role.json:6:20
                |
              5 |       "Effect": "Allow",
              6 |       "Principal": "*",
                |                    ^^^
              7 |       "Action": "sts:AssumeRole"
                |
                = allowed: user arn:aws:iam::999988887777:user/mallory calls sts:AssumeRole
                           on arn:aws:iam::111122223333:role/vendor
                           with aws:SourceIp = 203.0.113.7
                            and aws:TagKeys = [team, cost]
                = note: allowed here (samples/vendor access/role.json:5:17)
                = fix: name the accounts that need the role
                = see: rules/trust/public-trust.md

            template.yaml

            error[GR001] unknown-action: `sts:AssumRole` is no action
               --> template.yaml:9:21
                |
              8 |             Principal: {AWS: "111122223333"}
              9 |             Action: sts:AssumRole
                |                     ^^^^^^^^^^^^^
                |
                = fix: spell the action as AWS does
                = see: rules/trust/unknown-action.md

            error: the file cannot be read
               --> b.json

            warning: `!Foo` is unknown
               --> template.yaml:2:3
                |
              1 | Resources:
              2 |   Deploy:
                |   ^^^^^^^
              3 |     Type: AWS::IAM::Role
                |

            2 findings: 1 error, 1 critical
            checked 3 policies in 2 files, 2 suppressed, 1 undecided, 2 problems
            """);
  }

  @Test
  void a_clean_run_says_so_in_two_lines() throws IOException {
    assertThat(text(new Analysis(List.of(), List.of(), List.of(), 1, 1, 0), false))
        .isEqualTo("no findings\nchecked 1 policy in 1 file\n");
  }

  @Test
  void a_suppressed_finding_is_not_shown() throws IOException {
    Result finding = Sample.witnessed(Sample.at(Sample.ROLE, "\"*\""));
    Analysis analysis = Sample.of(Sample.suppressed(finding, Result.By.CONFIGURATION, "known"));
    assertThat(text(analysis, false))
        .isEqualTo("no findings\nchecked 1 policy in 1 file, 1 suppressed\n");
  }

  @Test
  void colour_changes_nothing_but_escape_sequences() throws IOException {
    String coloured = text(Sample.story(), true);
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(text(Sample.story(), false));
  }

  @Test
  void the_gravest_findings_are_bold_red() throws IOException {
    assertThat(text(Sample.story(), true)).contains("\u001b[1;31mcritical[TP001]\u001b[0m");
  }

  @Test
  void escape_sequences_of_the_input_never_reach_the_terminal() throws IOException {
    SourceFile hostile = SourceFile.of("a\u001b[2J.json", "{\"\u001b]0;owned\u0007\": \"\u009b\"}");
    Result result =
        Sample.shape(
            Sample.rule("TP009", "hostile", Severity.HIGH, "none"),
            hostile.at(1, 10),
            "`\u001b[31mred` is\nodd \u202e");
    assertThat(text(Sample.of(result), false).replace("\n", "").chars())
        .allMatch(c -> c >= ' ' && c != 0x7f && !(c >= 0x80 && c < 0xa0) && c != 0x202e);
  }

  @Test
  void a_huge_line_with_many_findings_is_reported_without_reading_it_each_time()
      throws IOException {
    SourceFile minified = SourceFile.of("big.json", "[" + "\"abcdefg\",".repeat(1_000_000) + "0]");
    Result[] results = new Result[2000];
    for (int i = 0; i < results.length; i++) {
      int start = 1 + i * 5000;
      results[i] =
          Sample.shape(Sample.WITHOUT_MFA, minified.at(start, start + 9), "no MFA is asked for");
    }
    long before = System.nanoTime();
    assertThat(text(Sample.of(results), false)).contains("big.json:1:9995002");
    assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
  }

  private static String text(Analysis analysis, boolean colour) throws IOException {
    StringWriter out = new StringWriter();
    Report.in(Format.TEXT, new ReportOptions("1.2.3", colour, Sample::page)).write(analysis, out);
    return out.toString();
  }
}
