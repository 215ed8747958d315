package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.analyze.who.WhoQuestion;
import io.rolewright.analyze.who.WhoRun;
import io.rolewright.reason.estate.Entrant;
import io.rolewright.reason.estate.NeedWords;
import io.rolewright.reason.estate.Passage;
import io.rolewright.reason.estate.Principal;
import io.rolewright.reason.estate.Reach;
import io.rolewright.reason.estate.Reached;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * Who can, for programs, schema version 1. Members are added, never renamed or taken away, while
 * the version stays.
 *
 * <p>A principal's {@code next} is the ARN of the role that he assumes, which is either what was
 * asked for or stands in the list itself: so a way of any length is told once.
 */
final class WhoJson implements WhoReport {

  private final Options options;

  WhoJson(Options options) {
    this.options = options;
  }

  @Override
  public void write(WhoRun run, Writer out) throws IOException {
    try (JsonGenerator json = JsonPieces.open(out)) {
      json.writeStartObject();
      JsonPieces.head(json, options.version());
      json.writeArrayFieldStart("roles");
      for (WhoRun.OfRole of : run.roles()) {
        ofRole(json, of);
      }
      json.writeEndArray();
      permission(json, run);
      json.writeNumberField("principals", run.principals());
      JsonPieces.problems(json, run.problems());
      CrossCheckJson.member(json, options.checked());
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static void ofRole(JsonGenerator json, WhoRun.OfRole of) throws IOException {
    json.writeStartObject();
    principal(json, of.role());
    json.writeArrayFieldStart("trusts");
    for (Entrant entrant : of.entrants().all()) {
      entrant(json, entrant);
    }
    json.writeEndArray();
    JsonPieces.nullable(json, "trustsMissing", of.entrants().missing());
    reached(json, of.reached());
    json.writeEndObject();
  }

  private static void permission(JsonGenerator json, WhoRun run) throws IOException {
    Optional<WhoQuestion.Permission> asked = run.question().permission();
    if (asked.isEmpty() || run.doers().isEmpty()) {
      json.writeNullField("permission");
      return;
    }
    json.writeObjectFieldStart("permission");
    json.writeStringField("action", asked.get().action());
    json.writeStringField("resource", asked.get().resource());
    reached(json, run.doers().get());
    json.writeEndObject();
  }

  private static void entrant(JsonGenerator json, Entrant entrant) throws IOException {
    json.writeStartObject();
    JsonPieces.strings(json, "kinds", entrant.kinds().stream().map(kind -> kind.shown()).toList());
    json.writeStringField("who", entrant.who());
    JsonPieces.strings(json, "conditions", entrant.conditions());
    json.writeStringField("needOwnPermission", JsonPieces.word(entrant.own()));
    json.writeBooleanField("certain", entrant.isCertain());
    JsonPieces.strings(json, "dependsOn", entrant.unknowns());
    JsonPieces.request(json, "witness", entrant.witness());
    json.writeEndObject();
  }

  private static void reached(JsonGenerator json, Reach.Result result) throws IOException {
    json.writeArrayFieldStart("reachedBy");
    for (Reached way : result.reached()) {
      way(json, way);
    }
    json.writeEndArray();
    JsonPieces.nullable(json, "missing", result.missing());
  }

  private static void way(JsonGenerator json, Reached way) throws IOException {
    Passage passage = way.passage();
    json.writeStartObject();
    principal(json, way.principal());
    json.writeNumberField("steps", way.steps());
    JsonPieces.nullable(json, "next", way.next().map(next -> next.principal().arn()));
    JsonPieces.strings(json, "needs", NeedWords.of(passage));
    json.writeBooleanField("certain", way.isCertain());
    JsonPieces.strings(json, "dependsOn", passage.unknowns());
    JsonPieces.nullable(json, "undecided", passage.doubt());
    JsonPieces.request(json, "request", passage.request());
    json.writeEndObject();
  }

  private static void principal(JsonGenerator json, Principal principal) throws IOException {
    json.writeStringField("type", principal.isRole() ? "role" : "user");
    json.writeStringField("name", principal.name());
    json.writeStringField("arn", principal.arn());
    json.writeBooleanField("complete", principal.complete());
    JsonPieces.start(json, principal.origin());
  }
}
