package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.analyze.compare.Change;
import io.rolewright.analyze.compare.Comparison;
import io.rolewright.analyze.compare.Difference;
import io.rolewright.analyze.compare.Direction;
import io.rolewright.analyze.compare.Undecided;
import io.rolewright.source.Origin;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** The comparison for programs: every thing that was compared, also where nothing changed. */
final class CompareJson implements CompareReport {

  private final Options options;

  CompareJson(Options options) {
    this.options = options;
  }

  @Override
  public void write(Comparison comparison, Writer out) throws IOException {
    try (JsonGenerator json = JsonPieces.open(out)) {
      json.writeStartObject();
      JsonPieces.head(json, options.version());
      json.writeArrayFieldStart("compared");
      for (Difference difference : comparison.differences()) {
        difference(json, difference);
      }
      json.writeEndArray();
      JsonPieces.problems(json, comparison.problems());
      summary(json, comparison);
      CrossCheckJson.member(json, options.checked());
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static void difference(JsonGenerator json, Difference difference) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", difference.noun());
    json.writeStringField("name", difference.name());
    JsonPieces.optional(json, "was", difference.was());
    json.writeStringField("presence", JsonPieces.word(difference.presence()));
    if (!difference.world().isEmpty()) {
      json.writeStringField("world", difference.world());
    }
    place(json, "before", difference.before());
    place(json, "after", difference.after());
    json.writeBooleanField("same", difference.isSame());
    json.writeArrayFieldStart("changes");
    for (Change change : difference.changes()) {
      change(json, change);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("undecided");
    for (Undecided undecided : difference.undecided()) {
      undecided(json, undecided);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, String field, Optional<Origin> at)
      throws IOException {
    if (at.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    JsonPieces.start(json, at.get());
    json.writeEndObject();
  }

  private static void change(JsonGenerator json, Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("direction", JsonPieces.word(change.direction()));
    json.writeStringField("aspect", JsonPieces.word(change.aspect()));
    if (!change.words().isEmpty()) {
      json.writeStringField("words", change.words());
    }
    json.writeBooleanField("certain", change.certain());
    if (!change.certain()) {
      JsonPieces.strings(json, "unknowns", change.unknowns());
      JsonPieces.strings(json, "unseen", change.unseen());
    }
    JsonPieces.request(json, "witness", change.example());
    json.writeEndObject();
  }

  private static void undecided(JsonGenerator json, Undecided undecided) throws IOException {
    json.writeStartObject();
    json.writeStringField("direction", JsonPieces.word(undecided.direction()));
    json.writeStringField("aspect", JsonPieces.word(undecided.aspect()));
    json.writeStringField("reason", undecided.reason());
    json.writeEndObject();
  }

  private static void summary(JsonGenerator json, Comparison comparison) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("compared", comparison.differences().size());
    json.writeNumberField("more", count(comparison, Direction.NEWLY_ALLOWED));
    json.writeNumberField("less", count(comparison, Direction.NO_LONGER_ALLOWED));
    json.writeNumberField(
        "same", comparison.differences().stream().filter(Difference::isSame).count());
    json.writeNumberField(
        "undecided",
        comparison.differences().stream().filter(d -> !d.undecided().isEmpty()).count());
    json.writeEndObject();
  }

  private static long count(Comparison comparison, Direction direction) {
    return comparison.differences().stream().filter(d -> d.has(direction)).count();
  }
}
