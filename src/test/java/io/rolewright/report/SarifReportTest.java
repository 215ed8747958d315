package io.rolewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Edit;
import io.rolewright.analyze.Offer;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  @Test
  void a_report_is_valid_against_the_schema() throws IOException {
    assertThat(schema().validate(story())).isEmpty();
  }

  @Test
  void an_empty_report_is_valid_and_keeps_its_results() throws IOException {
    JsonNode log = log(new Analysis(List.of(), List.of(), List.of(), 0, 0, 0));
    assertThat(schema().validate(log)).isEmpty();
    assertThat(log.at("/runs/0/results").isArray()).isTrue();
  }

  @Test
  void a_fix_is_valid_and_speaks_of_the_file_as_it_is() throws IOException {
    Origin at = Sample.at(Sample.ROLE, "\"*\"");
    Offer offer = new Offer("name `ann`", List.of(new Edit(at, "\"ann\"")));
    JsonNode log = log(Sample.of(Sample.witnessed(at).offering(offer)));
    assertThat(schema().validate(log)).isEmpty();
    assertThat(log.at("/runs/0/results/0/fixes/0/description/text").asText())
        .isEqualTo("name `ann`");
    assertThat(log.at("/runs/0/results/0/fixes/0/artifactChanges/0/replacements/0").toString())
        .isEqualTo(
            "{\"deletedRegion\":{\"startLine\":6,\"startColumn\":20,\"endLine\":6,"
                + "\"endColumn\":23},\"insertedContent\":{\"text\":\"\\\"ann\\\"\"}}");
  }

  @Test
  void the_schema_check_can_fail() throws IOException {
    JsonNode broken = new ObjectMapper().readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}");
    assertThat(schema().validate(broken)).isNotEmpty();
  }

  @Test
  void the_same_analysis_gives_the_same_characters() throws IOException {
    assertThat(sarif(Sample.story())).isEqualTo(sarif(Sample.story())).endsWith("}\n");
  }

  @Test
  void levels_follow_severities_and_a_warning_is_written_out() throws IOException {
    assertThat(story().at("/runs/0/results").findValuesAsText("level"))
        .containsExactly("error", "warning", "warning", "error");
  }

  @Test
  void a_result_points_to_its_rule_by_id_and_index() throws IOException {
    JsonNode run = story().at("/runs/0");
    JsonNode result = run.at("/results/0");
    JsonNode rule = run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
    assertThat(rule.get("id").asText()).isEqualTo(result.get("ruleId").asText());
  }

  @Test
  void a_region_has_start_and_end_in_utf16_columns() throws IOException {
    assertThat(story().at("/runs/0/columnKind").asText()).isEqualTo("utf16CodeUnits");
    assertThat(story().at("/runs/0/results/0/locations/0/physicalLocation/region").toString())
        .isEqualTo("{\"startLine\":6,\"startColumn\":20,\"endLine\":6,\"endColumn\":23}");
  }

  @Test
  void a_path_is_percent_encoded_below_the_source_root() throws IOException {
    assertThat(place(SourceFile.of("a b/\u00e4%:#.json", "x")))
        .isEqualTo("{\"uri\":\"a%20b/%C3%A4%25%3A%23.json\",\"uriBaseId\":\"%SRCROOT%\"}");
  }

  @Test
  void an_absolute_path_is_a_file_uri_without_a_base() throws IOException {
    assertThat(place(SourceFile.of("/etc/a b.json", "x")))
        .isEqualTo("{\"uri\":\"file:///etc/a%20b.json\"}");
    assertThat(place(SourceFile.of("C:/a b.json", "x")))
        .isEqualTo("{\"uri\":\"file:///C:/a%20b.json\"}");
  }

  @Test
  void a_security_rule_carries_a_score_as_text_and_the_tag_security() throws IOException {
    assertThat(story().at("/runs/0/tool/driver/rules/2/properties").toString())
        .isEqualTo(
            "{\"tags\":[\"security\",\"trust\"],\"precision\":\"very-high\","
                + "\"security-severity\":\"9.5\"}");
  }

  @Test
  void a_correctness_rule_carries_no_score() throws IOException {
    assertThat(story().at("/runs/0/tool/driver/rules/0/properties").toString())
        .isEqualTo("{\"tags\":[\"correctness\",\"trust\"],\"precision\":\"very-high\"}");
  }

  @Test
  void a_rule_carries_its_page_as_help() throws IOException {
    JsonNode rule = story().at("/runs/0/tool/driver/rules/2");
    assertThat(rule.at("/help/markdown").asText()).startsWith("# public-trust\n\n## What it finds");
    assertThat(rule.at("/fullDescription/text").asText())
        .isEqualTo("A statement that lets `everyone` in.");
  }

  @Test
  void a_fingerprint_is_carried_over() throws IOException {
    assertThat(story().at("/runs/0/results/0/partialFingerprints").toString())
        .isEqualTo("{\"rolewright/v1\":\"aaaabbbbccccdddd\"}");
  }

  @Test
  void suppressions_say_where_they_were_made() throws IOException {
    JsonNode results = story().at("/runs/0/results");
    assertThat(results.at("/1/suppressions").toString())
        .isEqualTo("[{\"kind\":\"inSource\",\"justification\":\"break-glass\"}]");
    assertThat(results.at("/2/suppressions").toString()).isEqualTo("[{\"kind\":\"external\"}]");
    assertThat(results.at("/0").has("suppressions")).isFalse();
  }

  @Test
  void problems_are_notifications_with_places() throws IOException {
    JsonNode invocation = story().at("/runs/0/invocations/0");
    assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
    JsonNode warning = invocation.at("/toolExecutionNotifications/1");
    assertThat(warning.get("level").asText()).isEqualTo("warning");
    assertThat(warning.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(2);
  }

  @Test
  void related_places_are_numbered() throws IOException {
    JsonNode related = story().at("/runs/0/results/0/relatedLocations/0");
    assertThat(related.get("id").asInt()).isZero();
    assertThat(related.at("/message/text").asText()).isEqualTo("allowed here");
  }

  @Test
  void nothing_in_a_message_can_be_taken_for_a_link() throws IOException {
    SourceFile file = SourceFile.of("x", "x");
    Analysis analysis =
        Sample.of(Sample.shape(Sample.WITHOUT_MFA, file.whole(), "`[click](http://evil)`"));
    assertThat(log(analysis).at("/runs/0/results/0/message/text").asText())
        .isEqualTo("`\\[click\\](http://evil)`");
  }

  private static String place(SourceFile file) throws IOException {
    Analysis analysis = Sample.of(Sample.shape(Sample.WITHOUT_MFA, file.whole(), "no MFA"));
    return log(analysis)
        .at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation")
        .toString();
  }

  private static Schema schema() throws IOException {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new ObjectMapper().readTree(in));
    }
  }

  private static JsonNode story() throws IOException {
    return log(Sample.story());
  }

  private static JsonNode log(Analysis analysis) throws IOException {
    return new ObjectMapper().readTree(sarif(analysis));
  }

  private static String sarif(Analysis analysis) throws IOException {
    StringWriter out = new StringWriter();
    Report.in(Format.SARIF, new ReportOptions("1.2.3", false, Sample::page)).write(analysis, out);
    return out.toString();
  }
}
