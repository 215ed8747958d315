package io.rolewright.parse.cloudformation;

import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.parse.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/** A value as JSON text of which every character keeps the place it was written at. */
final class JsonText {

  private final List<Characters> pieces = new ArrayList<>();

  private JsonText() {}

  static List<Characters> of(Node node) {
    JsonText text = new JsonText();
    text.write(node);
    return text.pieces;
  }

  private void write(Node node) {
    node.match(this::object, this::array, this::scalar);
  }

  private JsonText object(ObjectNode object) {
    add(object, "{");
    String separator = "";
    for (Member member : object.members()) {
      add(member.key(), separator);
      string(member.key());
      add(member.key(), ":");
      write(member.value());
      separator = ",";
    }
    add(object, "}");
    return this;
  }

  private JsonText array(ArrayNode array) {
    add(array, "[");
    String separator = "";
    for (Node item : array.items()) {
      add(item, separator);
      write(item);
      separator = ",";
    }
    add(array, "]");
    return this;
  }

  private JsonText scalar(ScalarNode scalar) {
    switch (scalar.kind()) {
      case STRING -> string(scalar);
      case NULL -> add(scalar, "null");
      case BOOLEAN -> add(scalar, String.valueOf(scalar.text().equalsIgnoreCase("true")));
      case NUMBER -> pieces.add(scalar.characters());
    }
    return this;
  }

  private void string(ScalarNode scalar) {
    Characters text = scalar.characters();
    add(scalar, "\"");
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.text().charAt(i);
      if (c == '"' || c == '\\' || c < ' ') {
        pieces.add(text.slice(done, i));
        pieces.add(Characters.given(text.originOf(i, i + 1), escaped(c)));
        done = i + 1;
      }
    }
    pieces.add(text.slice(done, text.length()));
    add(scalar, "\"");
  }

  private static String escaped(char c) {
    return c < ' ' ? String.format("\\u%04x", (int) c) : "\\" + c;
  }

  private void add(Node at, String text) {
    pieces.add(Characters.given(at.origin(), text));
  }
}
