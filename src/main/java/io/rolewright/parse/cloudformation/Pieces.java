package io.rolewright.parse.cloudformation;

import io.rolewright.model.TextPart;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text put together from known and unknown pieces. */
final class Pieces {

  /** Longer than any policy (S3 bucket policies: 20 KB, permission sets: 32 KB). */
  static final int MOST = 1 << 17;

  private Pieces() {}

  /** A text that is not known at all. */
  static ScalarNode unknown(Origin at, String name) {
    return unknown(at, new TextPart.Unknown(name, Optional.empty()));
  }

  static ScalarNode unknown(Origin at, TextPart part) {
    return ScalarNode.resolved(at, Characters.hole(at, part));
  }

  /** Known text that was not written at the place where it counts. */
  static ScalarNode given(Origin at, String text) {
    return ScalarNode.resolved(at, Characters.given(at, text));
  }

  /** All pieces as one text. */
  static ScalarNode joined(Origin at, List<Characters> pieces) {
    long length = 0;
    for (Characters piece : pieces) {
      length += piece.length();
    }
    return length > MOST
        ? unknown(at, "a text of more than " + MOST + " characters")
        : ScalarNode.resolved(at, Characters.concat(at, pieces));
  }

  /** The same text, every piece of which stands at {@code at}. */
  static Characters placed(Origin at, Characters text) {
    if (!text.hasHoles()) {
      return Characters.given(at, text.text());
    }
    List<Characters> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      Optional<TextPart> hole = text.holeAt(i);
      if (hole.isPresent()) {
        pieces.add(Characters.given(at, text.text().substring(from, i)));
        pieces.add(Characters.hole(at, hole.get()));
        from = i + 1;
      }
    }
    pieces.add(Characters.given(at, text.text().substring(from)));
    return Characters.concat(at, pieces);
  }

  /** The text for people: unknown pieces in angle brackets. */
  static String shown(Characters text) {
    if (!text.hasHoles()) {
      return text.text();
    }
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.text().charAt(i);
      shown.append(text.holeAt(i).map(TextPart::shown).orElse(String.valueOf(c)));
    }
    return shown.toString();
  }

  /** The value for people; equal values are shown equal. */
  static String shown(Node node) {
    return node.match(Pieces::shown, Pieces::shown, s -> shown(s.characters()));
  }

  /** The text of a scalar of which everything is known. */
  static Optional<String> plain(Node node) {
    return node.asScalar().filter(s -> !s.hasHoles()).map(ScalarNode::text);
  }

  /** The unknown piece that is all of the text. */
  static Optional<TextPart.Unknown> onlyUnknown(Node node) {
    return node.asScalar()
        .filter(s -> s.text().length() == 1)
        .flatMap(s -> s.characters().holeAt(0))
        .filter(TextPart.Unknown.class::isInstance)
        .map(TextPart.Unknown.class::cast);
  }

  private static String shown(ObjectNode object) {
    return object.members().stream()
        .map(m -> m.name() + ": " + shown(m.value()))
        .toList()
        .toString();
  }

  private static String shown(ArrayNode array) {
    return array.items().stream().map(Pieces::shown).toList().toString();
  }
}
