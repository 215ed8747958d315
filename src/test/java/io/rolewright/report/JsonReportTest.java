package io.rolewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.analyze.Analysis;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  @Test
  void a_finding_has_all_fields_in_order() throws IOException {
    JsonNode finding = story().at("/findings/0");
    assertThat(names(finding))
        .containsExactly(
            "rule",
            "name",
            "severity",
            "message",
            "file",
            "line",
            "column",
            "endLine",
            "endColumn",
            "fingerprint",
            "witness",
            "related",
            "suppressed");
  }

  @Test
  void the_top_level_has_version_tool_findings_problems_and_summary() throws IOException {
    assertThat(names(story()))
        .containsExactly("schemaVersion", "tool", "findings", "problems", "summary");
    assertThat(story().get("tool").toString())
        .isEqualTo("{\"name\":\"rolewright\",\"version\":\"1.2.3\"}");
  }

  @Test
  void columns_count_from_one_and_ends_are_exclusive() throws IOException {
    JsonNode finding = story().at("/findings/0");
    assertThat(finding.get("line").asInt()).isEqualTo(6);
    assertThat(finding.get("column").asInt()).isEqualTo(20);
    assertThat(finding.get("endLine").asInt()).isEqualTo(6);
    assertThat(finding.get("endColumn").asInt()).isEqualTo(23);
  }

  @Test
  void a_witness_is_a_request_that_can_be_replayed() throws IOException {
    assertThat(story().at("/findings/0/witness").toString())
        .isEqualTo(
            "{\"principal\":{\"type\":\"user\","
                + "\"arn\":\"arn:aws:iam::999988887777:user/mallory\","
                + "\"account\":\"999988887777\"},"
                + "\"action\":\"sts:AssumeRole\","
                + "\"resource\":\"arn:aws:iam::111122223333:role/vendor\","
                + "\"context\":{\"aws:SourceIp\":\"203.0.113.7\","
                + "\"aws:TagKeys\":[\"team\",\"cost\"]}}");
  }

  @Test
  void a_finding_without_a_witness_has_a_null_one() throws IOException {
    assertThat(story().at("/findings/3/witness").isNull()).isTrue();
  }

  @Test
  void suppressed_findings_are_listed_and_not_counted() throws IOException {
    assertThat(story().at("/findings/1/suppressed").toString())
        .isEqualTo("{\"by\":\"in-source\",\"reason\":\"break-glass\"}");
    assertThat(story().at("/findings/0/suppressed").isNull()).isTrue();
    assertThat(story().get("summary").toString())
        .isEqualTo(
            "{\"files\":2,\"policies\":3,\"critical\":1,\"high\":0,\"medium\":0,\"low\":0,"
                + "\"info\":0,\"error\":1,\"undecided\":1}");
  }

  @Test
  void a_problem_has_severity_message_and_place() throws IOException {
    assertThat(story().at("/problems/1").toString())
        .isEqualTo(
            "{\"severity\":\"warning\",\"message\":\"`!Foo` is unknown\","
                + "\"file\":\"template.yaml\",\"line\":2,\"column\":3}");
  }

  @Test
  void an_empty_analysis_has_empty_lists() throws IOException {
    assertThat(json(new Analysis(List.of(), List.of(), List.of(), 0, 0, 0)))
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "tool": {
                "name": "rolewright",
                "version": "1.2.3"
              },
              "findings": [],
              "problems": [],
              "summary": {
                "files": 0,
                "policies": 0,
                "critical": 0,
                "high": 0,
                "medium": 0,
                "low": 0,
                "info": 0,
                "error": 0,
                "undecided": 0
              }
            }
            """);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode story() throws IOException {
    return new ObjectMapper().readTree(json(Sample.story()));
  }

  private static String json(Analysis analysis) throws IOException {
    StringWriter out = new StringWriter();
    Report.in(Format.JSON, new ReportOptions("1.2.3", false, Sample::page)).write(analysis, out);
    return out.toString();
  }
}
