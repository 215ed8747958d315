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

  private boolean exact = true;

  private DocumentSize() {}

  /** The size of a document that is written as {@code node}. */
  static Size of(Node node) {
    DocumentSize size = new DocumentSize();
    int characters = size.length(node);
    Origin origin = node.origin();
    String file = origin.file().text();
    boolean json =
        size.exact
            && origin.span().end() > origin.span().start()
            && file.charAt(origin.span().start()) == '{'
            && file.charAt(origin.span().end() - 1) == '}';
    int written = json ? origin.span().end() - origin.span().start() : characters;
    return new Size(characters, Math.max(written, characters), size.exact);
  }

  /** The size of a document that is written as JSON text inside a string. */
  static Size of(Node node, Characters text) {
    Size size = of(node);
    return new Size(size.withoutWhitespace(), text.length(), !text.hasHoles());
  }

  private int length(Node node) {
    return node.match(this::object, this::array, this::scalar);
  }

  /** Braces, a colon in each member and commas between them. */
  private int object(ObjectNode object) {
    int length = 2 + object.members().size() + Math.max(0, object.members().size() - 1);
    for (ObjectNode.Member member : object.members()) {
      length += string(member.key()) + length(member.value());
    }
    return length;
  }

  private int array(ArrayNode array) {
    int length = 2 + Math.max(0, array.items().size() - 1);
    for (Node item : array.items()) {
      length += length(item);
    }
    return length;
  }

  private int scalar(ScalarNode scalar) {
    boolean bare =
        scalar.kind() == ScalarNode.Kind.NUMBER || scalar.kind() == ScalarNode.Kind.BOOLEAN;
    return bare ? scalar.text().length() : string(scalar);
  }

  private int string(ScalarNode scalar) {
    int length = 2;
    String text = scalar.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == Characters.HOLE && scalar.hasHoles()) {
        exact = false;
      } else {
        length += c == '"' || c == '\\' || c == '\n' || c == '\t' || c == '\r' ? 2 : 1;
      }
    }
    return length;
  }
}
