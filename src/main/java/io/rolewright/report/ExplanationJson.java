package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.simulate.explain.Change;
import io.rolewright.simulate.explain.Cited;
import io.rolewright.simulate.explain.Doubt;
import io.rolewright.simulate.explain.Explanation;
import io.rolewright.simulate.explain.NearMiss;
import io.rolewright.simulate.explain.Remedy;
import io.rolewright.simulate.sts.Authorized;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decision with its explanation, for programs. */
final class ExplanationJson {

  private final JsonGenerator json;
  private final boolean trace;

  ExplanationJson(JsonGenerator json, boolean trace) {
    this.json = json;
    this.trace = trace;
  }

  /** The members of an object that tells a decision. */
  void members(Authorized authorized, Explanation explanation) throws IOException {
    JsonPieces.request(json, "request", authorized.request());
    json.writeStringField("verdict", JsonPieces.word(explanation.verdict()));
    json.writeStringField("reasonCode", authorized.decision().reason().name());
    JsonPieces.nullable(
        json, "otherwise", authorized.decision().otherwise().map(reason -> reason.name()));
    JsonPieces.nullable(json, "refusedBy", explanation.refusedBy().map(side -> side.shown()));
    json.writeStringField("explanation", explanation.text());
    json.writeArrayFieldStart("deciding");
    for (Cited cited : explanation.deciding()) {
      json.writeStartObject();
      cited(cited);
      json.writeEndObject();
    }
    json.writeEndArray();
    nearestMiss(explanation.nearestMiss());
    remedy(explanation.remedy());
    JsonPieces.strings(json, "undecidedBy", explanation.undecidedBy());
    hangsOn(explanation.doubts());
    if (trace) {
      TraceJson.write(json, "trace", authorized.decision().trace());
    }
  }

  private void cited(Cited cited) throws IOException {
    json.writeStringField("layer", JsonPieces.word(cited.layer()));
    json.writeStringField("policy", cited.policy().name());
    JsonPieces.nullable(json, "sid", cited.statement().sid().map(s -> s.shown()));
    json.writeStringField("effect", JsonPieces.word(cited.statement().effect()));
    JsonPieces.place(json, cited.at());
  }

  private void nearestMiss(Optional<NearMiss> miss) throws IOException {
    if (miss.isEmpty()) {
      json.writeNullField("nearestMiss");
      return;
    }
    json.writeObjectFieldStart("nearestMiss");
    cited(miss.get().cited());
    json.writeArrayFieldStart("failed");
    for (NearMiss.Failure failure : miss.get().failures()) {
      json.writeStartObject();
      json.writeStringField("element", failure.step().kind().shown());
      json.writeStringField("text", failure.step().text());
      JsonPieces.strings(json, "wanted", failure.wanted());
      JsonPieces.strings(json, "given", failure.step().given());
      json.writeStringField("cause", JsonPieces.word(failure.step().cause()));
      JsonPieces.place(json, failure.step().at());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void remedy(Optional<Remedy> remedy) throws IOException {
    if (remedy.isEmpty()) {
      json.writeNullField("fix");
      return;
    }
    json.writeObjectFieldStart("fix");
    json.writeStringField("words", remedy.get().words());
    json.writeArrayFieldStart("changes");
    for (Change change : remedy.get().changes()) {
      change(change);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("denials");
    for (Cited denial : remedy.get().denials()) {
      json.writeStartObject();
      cited(denial);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void change(Change change) throws IOException {
    json.writeStartObject();
    Optional<Change.Send> send = change.match(Optional::of, grant -> Optional.empty());
    Optional<Change.Grant> grant = change.match(sent -> Optional.empty(), Optional::of);
    if (send.isPresent()) {
      json.writeStringField("kind", "request");
      json.writeObjectFieldStart("context");
      for (Map.Entry<String, List<String>> key : send.get().keys().entrySet()) {
        JsonPieces.strings(json, key.getKey(), key.getValue());
      }
      json.writeEndObject();
    }
    if (grant.isPresent()) {
      json.writeStringField("kind", "allow");
      json.writeStringField("layer", JsonPieces.word(grant.get().layer()));
      json.writeStringField("action", grant.get().action());
      json.writeStringField("resource", grant.get().resource());
    }
    json.writeStringField("words", change.words());
    json.writeEndObject();
  }

  private void hangsOn(List<Doubt> doubts) throws IOException {
    json.writeArrayFieldStart("hangsOn");
    for (Doubt doubt : doubts) {
      json.writeStartObject();
      json.writeStringField("id", doubt.item().name());
      json.writeStringField("topic", doubt.item().topic());
      json.writeStringField("optionA", doubt.item().optionA());
      json.writeStringField("optionB", doubt.item().optionB());
      json.writeStringField("assumed", doubt.assumedB() ? "B" : "A");
      json.writeStringField("otherwise", JsonPieces.word(doubt.otherwise()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
