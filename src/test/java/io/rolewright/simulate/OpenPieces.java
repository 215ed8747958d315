package io.rolewright.simulate;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Policies as templates give them, with pieces that are not known. */
public final class OpenPieces {

  private static final Pattern PIECE = Pattern.compile("<([\\w: ]+)>");

  private OpenPieces() {}

  /** The tree with an unknown piece for every name in angle brackets, as pieces are shown. */
  public static Node in(Node node) {
    return node.match(
        object ->
            new ObjectNode(
                object.origin(),
                object.tag(),
                object.members().stream()
                    .map(m -> new ObjectNode.Member(opened(m.key()), in(m.value())))
                    .toList()),
        array ->
            new ArrayNode(
                array.origin(), array.tag(), array.items().stream().map(OpenPieces::in).toList()),
        OpenPieces::opened);
  }

  private static ScalarNode opened(ScalarNode scalar) {
    String text = scalar.text();
    Matcher piece = PIECE.matcher(text);
    if (!piece.find()) {
      return scalar;
    }
    Origin at = scalar.origin();
    List<Characters> pieces = new ArrayList<>();
    int from = 0;
    do {
      pieces.add(Characters.given(at, text.substring(from, piece.start())));
      pieces.add(Characters.hole(at, named(piece.group(1))));
      from = piece.end();
    } while (piece.find());
    pieces.add(Characters.given(at, text.substring(from)));
    return ScalarNode.resolved(at, Characters.concat(at, pieces));
  }

  private static TextPart named(String name) {
    return name.equals("own account")
        ? new TextPart.OwnAccount()
        : new TextPart.Unknown(name, Optional.empty());
  }
}
