package io.rolewright.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import io.rolewright.source.Origin;
import io.rolewright.source.Position;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the reports for programs have in common: layout, places, requests, problems. */
final class JsonPieces {

  /** The version of all of Rolewright's JSON. */
  private static final int SCHEMA_VERSION = 1;

  private JsonPieces() {}

  /** A generator that leaves {@code out} open. */
  static JsonGenerator open(Writer out) throws IOException {
    JsonFactory factory = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    return factory.createGenerator(out).setPrettyPrinter(layout());
  }

  /** The first members of every document. */
  static void head(JsonGenerator json, String version) throws IOException {
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", "rolewright");
    json.writeStringField("version", version);
    json.writeEndObject();
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

  static void place(JsonGenerator json, Origin at) throws IOException {
    json.writeStringField("file", at.file().name());
    region(json, at);
  }

  /** A place in a file that is told elsewhere. */
  static void region(JsonGenerator json, Origin at) throws IOException {
    startInFile(json, at);
    Position end = at.end();
    json.writeNumberField("endLine", end.line());
    json.writeNumberField("endColumn", end.column());
  }

  static void start(JsonGenerator json, Origin at) throws IOException {
    json.writeStringField("file", at.file().name());
    startInFile(json, at);
  }

  private static void startInFile(JsonGenerator json, Origin at) throws IOException {
    Position start = at.start();
    json.writeNumberField("line", start.line());
    json.writeNumberField("column", start.column());
  }

  static void request(JsonGenerator json, String field, Optional<Request> request)
      throws IOException {
    if (request.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    request(json, field, request.get());
  }

  /** A request, in the same form wherever one is written. */
  static void request(JsonGenerator json, String field, Request request) throws IOException {
    json.writeObjectFieldStart(field);
    principal(json, request.principal());
    json.writeStringField("action", request.action());
    json.writeStringField("resource", request.resource());
    json.writeObjectFieldStart("context");
    for (Map.Entry<String, List<String>> key : request.context().asMap().entrySet()) {
      json.writeFieldName(key.getKey());
      values(json, key.getValue(), request.context().isList(key.getKey()));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A string where there is one value, unless the key is a list in its nature. */
  private static void values(JsonGenerator json, List<String> values, boolean list)
      throws IOException {
    if (values.size() == 1 && !list) {
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
    optional(json, "userArn", caller.userArn());
    optional(json, "account", caller.account());
    boolean service = caller.kind() == Caller.Kind.SERVICE;
    optional(json, service ? "service" : "provider", caller.name());
    json.writeEndObject();
  }

  /** A member where there is a value. */
  static void optional(JsonGenerator json, String field, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    }
  }

  static void problems(JsonGenerator json, List<Problem> problems) throws IOException {
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

  /** A member that is null where there is no value. */
  static void nullable(JsonGenerator json, String field, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    } else {
      json.writeNullField(field);
    }
  }

  /** A list of strings. */
  static void strings(JsonGenerator json, String field, Iterable<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /** A constant as a word: {@code explicitly-denied}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
