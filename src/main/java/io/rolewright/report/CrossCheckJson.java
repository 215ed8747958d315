package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.analyze.CrossChecked;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The member {@code crossCheck} of reports for programs, where answers were looked at again. */
final class CrossCheckJson {

  private CrossCheckJson() {}

  static void member(JsonGenerator json, Optional<CrossChecked> checked) throws IOException {
    if (checked.isEmpty()) {
      return;
    }
    CrossChecked some = checked.get();
    json.writeObjectFieldStart("crossCheck");
    json.writeNumberField("answers", some.total());
    json.writeNumberField("agree", some.agreed());
    json.writeArrayFieldStart("unchecked");
    for (Map.Entry<String, Integer> reason : some.unchecked().entrySet()) {
      json.writeStartObject();
      json.writeStringField("reason", reason.getKey());
      json.writeNumberField("answers", reason.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonPieces.strings(json, "differences", some.differences());
    JsonPieces.nullable(json, "unavailable", some.unavailable());
    json.writeEndObject();
  }
}
