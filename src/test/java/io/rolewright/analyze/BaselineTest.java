package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.report.Sample;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void what_is_written_is_read_back() throws IOException {
    Baseline baseline = read(written(Sample.story())).orElseThrow();
    assertThat(baseline.has("aaaabbbbccccdddd")).isTrue();
    assertThat(baseline.has("ffff")).isFalse();
    assertThat(problems).isEmpty();
  }

  @Test
  void a_finding_stands_on_a_line_of_its_own_with_rule_and_file() throws IOException {
    Result finding = Sample.witnessed(Sample.at(Sample.ROLE, "\"*\""));
    assertThat(written(Sample.of(finding)).lines())
        .contains(
            "{\"fingerprint\" : \"aaaabbbbccccdddd\",\"rule\" : \"TP001\","
                + "\"file\" : \"samples/vendor access/role.json\"}");
  }

  @Test
  void a_finding_suppressed_elsewhere_is_not_accepted_again() throws IOException {
    Result finding = Sample.witnessed(Sample.at(Sample.ROLE, "\"*\""));
    Result inSource = Sample.suppressed(finding, Result.By.IN_SOURCE, "known");
    Result accepted = Sample.suppressed(finding, Result.By.BASELINE, "");
    assertThat(read(written(Sample.of(inSource))).orElseThrow().size()).isZero();
    assertThat(read(written(Sample.of(accepted))).orElseThrow().size()).isEqualTo(1);
  }

  @Test
  void broken_json_is_a_problem_at_its_place() {
    assertThat(read("{\"schemaVersion\": 1,\n ]")).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.at().start().line()).isEqualTo(2));
  }

  @Test
  void json_of_another_kind_is_no_baseline() {
    assertThat(read("{\"Version\": \"2012-10-17\"}")).isEmpty();
    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly("this is no baseline: it has no `schemaVersion` of 1");
  }

  private Optional<Baseline> read(String text) {
    return Baseline.read(SourceFile.of("baseline.json", text), problems::add);
  }

  private static String written(Analysis analysis) throws IOException {
    StringWriter out = new StringWriter();
    Baseline.write(analysis, out);
    return out.toString();
  }
}
