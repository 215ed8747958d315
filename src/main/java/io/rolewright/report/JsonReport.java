package io.rolewright.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Result;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import io.rolewright.source.Origin;
import io.rolewright.source.Position;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report for programs, schema version 1. Fields are added, never renamed or taken away, while
 * the version stays. Lines and columns count from 1, columns in UTF-16 units; ends are exclusive.
 */
final class JsonReport implements Report {

  private static final int SCHEMA_VERSION = 1;

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
    JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    try (JsonGenerator json = factory.createGenerator(out).setPrettyPrinter(layout())) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeObjectFieldStart("tool");
      json.writeStringField("name", "rolewright");
      json.writeStringField("version", options.version());
      json.writeEndObject();
      findings(json, analysis.results());
      problems(json, analysis.problems());
      summary(json, analysis);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withArrayEmptySeparator("")
            .withObjectEmptySeparator("");
    DefaultPrettyPrinter layout = new DefaultPrettyPrinter(separators);
    layout.indentArraysWith(indenter);
    layout.indentObjectsWith(indenter);
    return layout;
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
    place(json, finding.at());
    json.writeStringField("fingerprint", result.fingerprint());
    witness(json, finding.evidence().witness());
    related(json, finding.related());
    suppressed(json, result.suppressed());
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, Origin at) throws IOException {
    start(json, at);
    Position end = at.end();
    json.writeNumberField("endLine", end.line());
    json.writeNumberField("endColumn", end.column());
  }

  private static void start(JsonGenerator json, Origin at) throws IOException {
    Position start = at.start();
    json.writeStringField("file", at.file().name());
    json.writeNumberField("line", start.line());
    json.writeNumberField("column", start.column());
  }

  private static void witness(JsonGenerator json, Optional<Request> witness) throws IOException {
    if (witness.isEmpty()) {
      json.writeNullField("witness");
      return;
    }
    Request request = witness.get();
    json.writeObjectFieldStart("witness");
    principal(json, request.principal());
    json.writeStringField("action", request.action());
    json.writeStringField("resource", request.resource());
    json.writeObjectFieldStart("context");
    for (Map.Entry<String, List<String>> key : request.context().asMap().entrySet()) {
      json.writeFieldName(key.getKey());
      values(json, key.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A string where there is one value, as in AWS's own examples of a request context. */
  private static void values(JsonGenerator json, List<String> values) throws IOException {
    if (values.size() == 1) {
      json.writeString(values.get(0));
      return;
    }
    json.writeStartArray();
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void principal(JsonGenerator json, Caller caller) throws IOException {
    json.writeObjectFieldStart("principal");
    json.writeStringField("type", caller.kind().shown());
    optional(json, "arn", caller.arn());
    optional(json, "roleArn", caller.roleArn());
    optional(json, "account", caller.account());
    boolean service = caller.kind() == Caller.Kind.SERVICE;
    optional(json, service ? "service" : "provider", caller.name());
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String field, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    }
  }

  private static void related(JsonGenerator json, List<Finding.Related> related)
      throws IOException {
    json.writeArrayFieldStart("related");
    for (Finding.Related place : related) {
      json.writeStartObject();
      json.writeStringField("message", place.message());
      place(json, place.at());
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

  private static void problems(JsonGenerator json, List<Problem> problems) throws IOException {
    json.writeArrayFieldStart("problems");
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringField("severity", problem.severity().shown());
      json.writeStringField("message", problem.message());
      start(json, problem.at());
      json.writeEndObject();
    }
    json.writeEndArray();
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
