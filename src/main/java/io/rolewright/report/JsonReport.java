package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Edit;
import io.rolewright.analyze.Offer;
import io.rolewright.analyze.Result;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * The report for programs, schema version 1. Fields are added, never renamed or taken away, while
 * the version stays. Lines and columns count from 1, columns in UTF-16 units; ends are exclusive.
 */
final class JsonReport implements Report {

  private static final List<Severity> SUMMARY_ORDER =
      List.of(
          Severity.CRITICAL,
          Severity.HIGH,
          Severity.MEDIUM,
          Severity.LOW,
          Severity.INFO,
          Severity.ERROR);

  private final ReportOptions options;

  JsonReport(ReportOptions options) {
    this.options = options;
  }

  @Override
  public void write(Analysis analysis, Writer out) throws IOException {
    try (JsonGenerator json = JsonPieces.open(out)) {
      json.writeStartObject();
      JsonPieces.head(json, options.version());
      findings(json, analysis.results());
      JsonPieces.problems(json, analysis.problems());
      summary(json, analysis);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static void findings(JsonGenerator json, List<Result> results) throws IOException {
    json.writeArrayFieldStart("findings");
    for (Result result : results) {
      finding(json, result);
    }
    json.writeEndArray();
  }

  private static void finding(JsonGenerator json, Result result) throws IOException {
    Finding finding = result.finding();
    json.writeStartObject();
    json.writeStringField("rule", finding.rule().id());
    json.writeStringField("name", finding.rule().name());
    json.writeStringField("severity", finding.severity().shown());
    json.writeStringField("message", finding.message());
    JsonPieces.place(json, finding.at());
    json.writeStringField("fingerprint", result.fingerprint());
    JsonPieces.request(json, "witness", finding.evidence().witness());
    related(json, finding.related());
    suppressed(json, result.suppressed());
    if (result.offer().isPresent()) {
      fix(json, result.offer().get());
    }
    json.writeEndObject();
  }

  /** Only where one is offered; the edits are of the finding's file. */
  private static void fix(JsonGenerator json, Offer offer) throws IOException {
    json.writeObjectFieldStart("fix");
    json.writeStringField("title", offer.title());
    json.writeArrayFieldStart("edits");
    for (Edit edit : offer.edits()) {
      json.writeStartObject();
      JsonPieces.region(json, edit.at());
      json.writeStringField("text", edit.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void related(JsonGenerator json, List<Finding.Related> related)
      throws IOException {
    json.writeArrayFieldStart("related");
    for (Finding.Related place : related) {
      json.writeStartObject();
      json.writeStringField("message", place.message());
      JsonPieces.place(json, place.at());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void suppressed(JsonGenerator json, Optional<Result.Suppressed> suppressed)
      throws IOException {
    if (suppressed.isEmpty()) {
      json.writeNullField("suppressed");
      return;
    }
    json.writeObjectFieldStart("suppressed");
    json.writeStringField("by", suppressed.get().by().shown());
    json.writeStringField("reason", suppressed.get().reason());
    json.writeEndObject();
  }

  private static void summary(JsonGenerator json, Analysis analysis) throws IOException {
    Tally tally = Tally.of(analysis);
    json.writeObjectFieldStart("summary");
    json.writeNumberField("files", analysis.files());
    json.writeNumberField("policies", analysis.policies());
    for (Severity severity : SUMMARY_ORDER) {
      json.writeNumberField(severity.shown(), tally.of(severity));
    }
    json.writeNumberField("undecided", analysis.undecided());
    json.writeEndObject();
  }
}
