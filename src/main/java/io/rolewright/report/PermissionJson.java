package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.analyze.effective.Permission;
import io.rolewright.analyze.effective.Permission.Actions;
import io.rolewright.analyze.effective.PermissionList;
import io.rolewright.model.Statement;
import java.io.IOException;

/** Lists of permissions for programs. */
final class PermissionJson {

  private PermissionJson() {}

  /** The members of an object that tells a list. */
  static void members(JsonGenerator json, PermissionList list) throws IOException {
    json.writeBooleanField("complete", list.isComplete());
    JsonPieces.nullable(json, "missing", list.missing());
    JsonPieces.strings(json, "unknowns", list.unknowns());
    json.writeArrayFieldStart("lines");
    for (Permission line : list.lines()) {
      json.writeStartObject();
      line(json, line);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void line(JsonGenerator json, Permission line) throws IOException {
    json.writeArrayFieldStart("services");
    for (Actions actions : line.services()) {
      json.writeStartObject();
      json.writeStringField("service", actions.service());
      JsonPieces.strings(json, "levels", actions.levels().stream().map(JsonPieces::word).toList());
      JsonPieces.strings(json, "actions", actions.exact());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("resources", line.resources());
    JsonPieces.strings(json, "conditions", line.conditions());
    json.writeArrayFieldStart("statements");
    for (Statement statement : line.statements()) {
      json.writeStartObject();
      JsonPieces.nullable(json, "sid", statement.sid().map(sid -> sid.shown()));
      JsonPieces.place(json, statement.origin());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("certain", line.example().isCertain());
    JsonPieces.strings(json, "unknowns", line.example().unknowns());
    JsonPieces.nullable(json, "doubt", line.example().doubt());
    JsonPieces.request(json, "example", line.example().request());
  }
}
