package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.simulate.Step;
import io.rolewright.simulate.Trace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A trace for programs: layers, policies, statements, steps in steps. */
final class TraceJson {

  private TraceJson() {}

  static void write(JsonGenerator json, String field, Optional<Trace> trace) throws IOException {
    if (trace.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    json.writeArrayFieldStart(field);
    for (Trace.LayerTrace layer : trace.get().layers()) {
      layer(json, layer);
    }
    json.writeEndArray();
  }

  private static void layer(JsonGenerator json, Trace.LayerTrace layer) throws IOException {
    json.writeStartObject();
    json.writeStringField("layer", JsonPieces.word(layer.layer()));
    json.writeBooleanField("applies", layer.applies());
    json.writeBooleanField("present", layer.present());
    json.writeStringField("allows", JsonPieces.word(layer.allows()));
    json.writeStringField("denies", JsonPieces.word(layer.denies()));
    json.writeStringField("note", layer.note());
    json.writeArrayFieldStart("policies");
    for (Trace.PolicyTrace policy : layer.policies()) {
      json.writeStartObject();
      json.writeStringField("name", policy.policy().name());
      json.writeNumberField("level", policy.level());
      json.writeArrayFieldStart("statements");
      for (Trace.StatementTrace statement : policy.statements()) {
        statement(json, statement);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void statement(JsonGenerator json, Trace.StatementTrace statement)
      throws IOException {
    json.writeStartObject();
    JsonPieces.nullable(json, "sid", statement.statement().sid().map(s -> s.shown()));
    json.writeStringField("effect", JsonPieces.word(statement.statement().effect()));
    body(json, statement.step());
    json.writeEndObject();
  }

  private static void steps(JsonGenerator json, List<Step> steps) throws IOException {
    json.writeArrayFieldStart("steps");
    for (Step step : steps) {
      json.writeStartObject();
      json.writeStringField("kind", step.kind().shown());
      json.writeStringField("text", step.text());
      body(json, step);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void body(JsonGenerator json, Step step) throws IOException {
    json.writeStringField("matched", JsonPieces.word(step.matched()));
    json.writeStringField("cause", JsonPieces.word(step.cause()));
    json.writeStringField("because", step.cause().words());
    JsonPieces.strings(json, "given", step.given());
    JsonPieces.place(json, step.at());
    steps(json, step.steps());
  }
}
