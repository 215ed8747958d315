package io.rolewright.analyze.scenario;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;

/** JSON without blanks between its tokens: the shortest text in which a policy can be sent. */
final class CompactJson {

  private final StringBuilder text = new StringBuilder();

  private CompactJson() {}

  static String of(Node node) {
    CompactJson json = new CompactJson();
    json.write(node);
    return json.text.toString();
  }

  /** Whether an object stands in its file as JSON, so that the file can be sent as it is. */
  static boolean isJson(Node node) {
    Origin origin = node.origin();
    String file = origin.file().text();
    return file.startsWith("{", origin.span().start()) && file.stripTrailing().endsWith("}");
  }

  private void write(Node node) {
    node.match(
        object -> {
          text.append('{');
          String comma = "";
          for (ObjectNode.Member member : object.members()) {
            text.append(comma);
            quote(member.name());
            text.append(':');
            write(member.value());
            comma = ",";
          }
          return text.append('}');
        },
        array -> {
          text.append('[');
          String comma = "";
          for (Node item : array.items()) {
            text.append(comma);
            write(item);
            comma = ",";
          }
          return text.append(']');
        },
        this::scalar);
  }

  private StringBuilder scalar(ScalarNode scalar) {
    switch (scalar.kind()) {
      case NULL -> text.append("null");
      case STRING -> quote(scalar.text());
      case NUMBER, BOOLEAN -> text.append(scalar.text());
    }
    return text;
  }

  private void quote(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < ' ') {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
