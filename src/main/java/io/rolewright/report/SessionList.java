package io.rolewright.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rolewright.analyze.effective.PermissionList;
import io.rolewright.analyze.effective.SessionPermissions;
import io.rolewright.report.Palette.Style;
import java.io.IOException;
import java.util.Optional;

/** What a session can do and what its session policies took away, for people and programs. */
final class SessionList {

  /** So many lines are told to people; the others are counted. */
  private static final int MOST = 12;

  private SessionList() {}

  static void append(StringBuilder text, Palette palette, SessionPermissions permissions) {
    permissions
        .omitted()
        .ifPresent(
            why -> text.append("what the session can do is not told: ").append(why).append("\n\n"));
    permissions.can().ifPresent(can -> list(text, palette, can, can(can)));
    permissions
        .taken()
        .filter(taken -> permissions.can().isPresent())
        .ifPresent(taken -> list(text, palette, taken, taken(taken)));
  }

  private static String can(PermissionList can) {
    if (can.isNothing()) {
      return "the session can do nothing by policies of its own side";
    }
    return can.isComplete() ? "the session can:" : "the session can, as far as is known:";
  }

  private static String taken(PermissionList taken) {
    if (taken.isNothing()) {
      return "the session policy took nothing away";
    }
    return taken.isComplete()
        ? "the session policy took away:"
        : "the session policy took away, as far as is known:";
  }

  private static void list(
      StringBuilder text, Palette palette, PermissionList list, String heading) {
    text.append(palette.paint(Style.STRONG, heading)).append('\n');
    new PermissionText(text, palette, MOST).append(list);
    text.append('\n');
  }

  static void write(JsonGenerator json, Optional<SessionPermissions> permissions)
      throws IOException {
    if (permissions.isEmpty()) {
      json.writeNullField("effectivePermissions");
      return;
    }
    json.writeObjectFieldStart("effectivePermissions");
    JsonPieces.nullable(json, "omitted", permissions.get().omitted());
    list(json, "can", permissions.get().can());
    list(json, "takenBySessionPolicy", permissions.get().taken());
    json.writeEndObject();
  }

  private static void list(JsonGenerator json, String field, Optional<PermissionList> list)
      throws IOException {
    if (list.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    PermissionJson.members(json, list.get());
    json.writeEndObject();
  }
}
