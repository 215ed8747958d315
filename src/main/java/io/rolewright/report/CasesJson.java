package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.analyze.cases.CasesRun;
import io.rolewright.analyze.cases.Ruling;
import io.rolewright.analyze.cases.Ruling.Answer;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.sts.Authorized;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** The answers to a table of cases for programs. */
final class CasesJson implements CasesReport {

  private final Options options;

  CasesJson(Options options) {
    this.options = options;
  }

  @Override
  public void write(CasesRun run, Writer out) throws IOException {
    try (JsonGenerator json = JsonPieces.open(out)) {
      json.writeStartObject();
      JsonPieces.head(json, options.version());
      json.writeArrayFieldStart("results");
      for (Ruling ruling : run.rulings()) {
        result(json, ruling);
      }
      json.writeEndArray();
      JsonPieces.problems(json, run.problems());
      json.writeObjectFieldStart("summary");
      json.writeNumberField("cases", run.rulings().size());
      json.writeNumberField("agree", run.agreeing());
      json.writeNumberField("disagree", run.disagreeing());
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static void result(JsonGenerator json, Ruling ruling) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", ruling.asked().id());
    json.writeStringField("decision", ruling.answer().shown());
    json.writeStringField("reasonCode", ruling.reason().name());
    JsonPieces.nullable(
        json,
        "expected",
        ruling.expected().map(allowed -> (allowed ? Answer.ALLOW : Answer.DENY).shown()));
    Optional<Boolean> agrees = ruling.agrees();
    if (agrees.isPresent()) {
      json.writeBooleanField("agrees", agrees.get());
    } else {
      json.writeNullField("agrees");
    }
    extras(json, ruling);
    json.writeEndObject();
  }

  private static void extras(JsonGenerator json, Ruling ruling) throws IOException {
    JsonPieces.optional(json, "reasonCodeExpected", ruling.expectedReason().map(Enum::name));
    if (!ruling.hangsOn().isEmpty()) {
      JsonPieces.strings(json, "hangsOn", ruling.hangsOn().stream().map(Enum::name).toList());
    }
    if (!ruling.why().isEmpty()) {
      json.writeStringField("why", ruling.why());
    }
    Optional<Decision> traced =
        ruling.authorized().map(Authorized::decision).filter(d -> d.trace().isPresent());
    if (traced.isPresent()) {
      TraceJson.write(json, "trace", traced.get().trace());
    }
  }
}
