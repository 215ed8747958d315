package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.analyze.effective.EffectiveRun;
import io.rolewright.analyze.effective.RolePermissions;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * What a role can do, for programs, schema version 1. Members are added, never renamed or taken
 * away, while the version stays. Lines and columns count from 1, columns in UTF-16 units; ends are
 * exclusive.
 */
final class EffectiveJson implements EffectiveReport {

  private final Options options;

  EffectiveJson(Options options) {
    this.options = options;
  }

  @Override
  public void write(EffectiveRun run, Writer out) throws IOException {
    try (JsonGenerator json = JsonPieces.open(out)) {
      json.writeStartObject();
      JsonPieces.head(json, options.version());
      role(json, run.permissions());
      permissions(json, run.permissions());
      JsonPieces.problems(json, run.problems());
      CrossCheckJson.member(json, options.checked());
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static void role(JsonGenerator json, Optional<RolePermissions> permissions)
      throws IOException {
    if (permissions.isEmpty()) {
      json.writeNullField("role");
      return;
    }
    RolePermissions some = permissions.get();
    json.writeObjectFieldStart("role");
    json.writeStringField("name", some.role().name().shown());
    JsonPieces.nullable(json, "path", some.role().path());
    JsonPieces.nullable(json, "account", some.account());
    json.writeStringField("world", some.role().world());
    JsonPieces.place(json, some.role().origin());
    json.writeEndObject();
  }

  private static void permissions(JsonGenerator json, Optional<RolePermissions> permissions)
      throws IOException {
    if (permissions.isEmpty()) {
      json.writeNullField("effectivePermissions");
      return;
    }
    json.writeObjectFieldStart("effectivePermissions");
    json.writeBooleanField("known", permissions.get().isComplete());
    JsonPieces.strings(json, "gaps", permissions.get().gaps());
    JsonPieces.strings(json, "notes", permissions.get().notes());
    PermissionJson.members(json, permissions.get().list());
    json.writeEndObject();
  }
}
