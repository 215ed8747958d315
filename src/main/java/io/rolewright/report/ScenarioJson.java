package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.analyze.scenario.Scenario;
import io.rolewright.analyze.scenario.ScenarioRun;
import io.rolewright.analyze.scenario.Swing;
import io.rolewright.simulate.explain.Explainer;
import io.rolewright.simulate.sts.Authorized;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Fault;
import io.rolewright.simulate.sts.Outcome;
import io.rolewright.simulate.sts.Parameter;
import io.rolewright.simulate.sts.Session;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A simulated scenario for programs, schema version 1. Members are added, never renamed or taken
 * away, while the version stays. Lines and columns count from 1, columns in UTF-16 units; ends are
 * exclusive.
 *
 * <p>{@code effectivePermissions} is what the last session can do, null where a call was refused or
 * none was made.
 */
final class ScenarioJson implements ScenarioReport {

  private final Options options;

  ScenarioJson(Options options) {
    this.options = options;
  }

  @Override
  public void write(ScenarioRun run, Writer out) throws IOException {
    Explainer explainer = new Explainer(run.assumptions());
    try (JsonGenerator json = JsonPieces.open(out)) {
      json.writeStartObject();
      JsonPieces.head(json, options.version());
      scenario(json, run.scenario());
      JsonPieces.strings(
          json, "assumedB", run.assumptions().optionB().stream().map(Enum::name).toList());
      json.writeArrayFieldStart("calls");
      for (Outcome outcome : run.outcomes()) {
        call(json, outcome, explainer);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("questions");
      for (ScenarioRun.Answer answer : run.answers()) {
        answer(json, answer, explainer);
      }
      json.writeEndArray();
      swings(json, run.swings());
      SessionList.write(json, run.permissions());
      JsonPieces.problems(json, run.problems());
      summary(json, ScenarioTally.of(run));
      CrossCheckJson.member(json, options.checked());
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  /** What the other option of an uncertain item changes beyond a single decision. */
  private static void swings(JsonGenerator json, List<Swing> swings) throws IOException {
    json.writeArrayFieldStart("hangsOn");
    for (Swing swing : swings) {
      json.writeStartObject();
      json.writeStringField("item", swing.item().name());
      json.writeStringField("assumed", swing.isB() ? "B" : "A");
      json.writeArrayFieldStart("changes");
      for (Swing.Change change : swing.changes()) {
        json.writeStartObject();
        json.writeNumberField(change.isCall() ? "call" : "question", change.number());
        json.writeBooleanField(change.isCall() ? "accepted" : "allowed", change.allowed());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void scenario(JsonGenerator json, Optional<Scenario> scenario) throws IOException {
    if (scenario.isEmpty()) {
      json.writeNullField("scenario");
      return;
    }
    json.writeObjectFieldStart("scenario");
    JsonPieces.nullable(json, "title", scenario.get().title());
    json.writeStringField("file", scenario.get().at().file().name());
    json.writeEndObject();
  }

  private void call(JsonGenerator json, Outcome outcome, Explainer explainer) throws IOException {
    json.writeStartObject();
    json.writeStringField("operation", outcome.call().operation().shown());
    JsonPieces.nullable(json, "role", outcome.call().text(Parameter.ROLE_ARN));
    json.writeBooleanField("accepted", outcome.isAccepted());
    JsonPieces.place(json, outcome.call().at());
    faults(json, outcome.faults());
    json.writeArrayFieldStart("decisions");
    for (Authorized decision : outcome.decisions()) {
      json.writeStartObject();
      decision(json, decision, explainer);
      json.writeEndObject();
    }
    json.writeEndArray();
    session(json, outcome.session());
    json.writeEndObject();
  }

  private void decision(JsonGenerator json, Authorized decision, Explainer explainer)
      throws IOException {
    new ExplanationJson(json, options.trace()).members(decision, explainer.explain(decision));
  }

  private static void faults(JsonGenerator json, List<Fault> faults) throws IOException {
    json.writeArrayFieldStart("faults");
    for (Fault fault : faults) {
      json.writeStartObject();
      json.writeStringField("message", fault.message());
      json.writeStringField("fix", fault.fix());
      json.writeStringField("spec", fault.rule());
      JsonPieces.place(json, fault.at());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void session(JsonGenerator json, Optional<Session> given) throws IOException {
    if (given.isEmpty()) {
      json.writeNullField("session");
      return;
    }
    Session session = given.get();
    Credentials credentials = session.credentials();
    json.writeObjectFieldStart("session");
    json.writeStringField("arn", session.arn());
    json.writeNumberField("durationSeconds", session.durationSeconds());
    json.writeStringField("durationReason", session.durationReason());
    json.writeStringField("expires", session.expires().toString());
    tags(json, "tags", credentials.principalTags());
    tags(json, "transitiveTags", credentials.transitiveTags());
    JsonPieces.nullable(json, "sourceIdentity", credentials.sourceIdentity());
    sessionPolicies(json, session.policyNames());
    JsonPieces.strings(json, "notes", session.notes());
    json.writeEndObject();
  }

  private static void tags(JsonGenerator json, String field, Map<String, String> tags)
      throws IOException {
    json.writeObjectFieldStart(field);
    for (Map.Entry<String, String> tag : new TreeMap<>(tags).entrySet()) {
      json.writeStringField(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
  }

  private static void sessionPolicies(JsonGenerator json, Optional<List<String>> policies)
      throws IOException {
    if (policies.isEmpty()) {
      json.writeNullField("sessionPolicies");
    } else {
      JsonPieces.strings(json, "sessionPolicies", policies.get());
    }
  }

  private void answer(JsonGenerator json, ScenarioRun.Answer answer, Explainer explainer)
      throws IOException {
    json.writeStartObject();
    decision(json, answer.authorized(), explainer);
    Optional<Boolean> expected = answer.question().expected();
    JsonPieces.nullable(json, "expected", expected.map(e -> e ? "allow" : "deny"));
    if (expected.isPresent()) {
      json.writeBooleanField("asExpected", answer.isAsExpected());
    } else {
      json.writeNullField("asExpected");
    }
    JsonPieces.place(json, answer.question().request().at());
    json.writeEndObject();
  }

  private static void summary(JsonGenerator json, ScenarioTally tally) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("calls", tally.calls());
    json.writeNumberField("accepted", tally.accepted());
    json.writeNumberField("questions", tally.questions());
    json.writeNumberField("allowed", tally.allowed());
    json.writeNumberField("denied", tally.denied());
    json.writeNumberField("undecided", tally.undecided());
    json.writeNumberField("unexpected", tally.unexpected());
    json.writeEndObject();
  }
}
