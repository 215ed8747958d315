package io.rolewright.parse.policy;

import io.rolewright.model.PolicyDocument.Size;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;

/** Measures a document as AWS does for its quotas: its JSON, without blanks between tokens. */
final class DocumentSize {

  private int characters;
  private boolean exact = true;

  private DocumentSize() {}

  /** The size of a document that is written as {@code node}. */
  static Size of(Node node) {
    DocumentSize size = new DocumentSize();
    size.add(node);
    Origin origin = node.origin();
    String file = origin.file().text();
    boolean json =
        size.exact
            && origin.span().end() > origin.span().start()
            && file.charAt(origin.span().start()) == '{'
            && file.charAt(origin.span().end() - 1) == '}';
    int written = json ? origin.span().end() - origin.span().start() : size.characters;
    return new Size(size.characters, Math.max(written, size.characters), size.exact);
  }

  /** The size of a document that is written as JSON text inside a string. */
  static Size of(Node node, Characters text) {
    Size size = of(node);
    return new Size(size.withoutWhitespace(), text.length(), !text.hasHoles());
  }

  private void add(Node node) {
    node.match(this::object, this::array, this::scalar);
  }

  private Void object(ObjectNode object) {
    int commas = Math.max(0, object.members().size() - 1);
    characters += 2 + commas + object.members().size();
    object
        .members()
        .forEach(
            member -> {
              string(member.key());
              add(member.value());
            });
    return null;
  }

  private Void array(ArrayNode array) {
    characters += 2 + Math.max(0, array.items().size() - 1);
    array.items().forEach(this::add);
    return null;
  }

  private Void scalar(ScalarNode scalar) {
    if (scalar.kind() == ScalarNode.Kind.NUMBER || scalar.kind() == ScalarNode.Kind.BOOLEAN) {
      characters += scalar.text().length();
    } else {
      string(scalar);
    }
    return null;
  }

  private void string(ScalarNode scalar) {
    characters += 2;
    String text = scalar.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == Characters.HOLE && scalar.hasHoles()) {
        exact = false;
      } else {
        characters += c == '"' || c == '\\' || c == '\n' || c == '\t' || c == '\r' ? 2 : 1;
      }
    }
  }
}
