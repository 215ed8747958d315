package io.rolewright.parse.cloudformation;

import io.rolewright.model.TextPart;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code Fn::Join}, {@code Fn::Split}, {@code Fn::ToJsonString}, {@code Fn::Sub} and dynamic
 * references.
 */
final class TextFunctions {

  private static final String DYNAMIC = "{{resolve:";

  private final Resolver resolver;
  private final Substitution substitution;

  TextFunctions(Resolver resolver, References references, ProblemLog problems) {
    this.resolver = resolver;
    this.substitution = new Substitution(resolver, references, problems);
  }

  /**
   * The scalar with each dynamic reference as an unknown piece.
   *
   * <p><a
   * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html">Dynamic
   * references</a>.
   */
  static Node withoutDynamicReferences(ScalarNode scalar) {
    int from = scalar.text().indexOf(DYNAMIC);
    if (from < 0) {
      return scalar;
    }
    Characters text = scalar.characters();
    List<Characters> pieces = new ArrayList<>();
    int done = 0;
    while (from >= 0) {
      int end = text.text().indexOf("}}", from);
      if (end < 0) {
        break;
      }
      Characters reference = text.slice(from, end + 2);
      pieces.add(text.slice(done, from));
      pieces.add(hole(text.originOf(from, end + 2), Pieces.shown(reference)));
      done = end + 2;
      from = text.text().indexOf(DYNAMIC, done);
    }
    pieces.add(text.slice(done, text.length()));
    return Pieces.joined(scalar.origin(), pieces);
  }

  Node substituted(Intrinsic call) {
    return withoutDynamicReferences(substitution.of(call));
  }

  Node joined(Intrinsic call) {
    List<Node> arguments = call.arguments();
    if (arguments.size() != 2) {
      return resolver.malformed(call, "a delimiter and a list");
    }
    Characters delimiter = resolver.text(arguments.get(0)).characters();
    Optional<Node> list = resolver.resolve(arguments.get(1));
    // why: a list that is one unknown, such as a list parameter, joins to that unknown
    List<Node> items = list.map(TextFunctions::items).orElse(List.of());
    List<Characters> pieces = new ArrayList<>();
    for (Node item : items) {
      if (!pieces.isEmpty()) {
        pieces.add(delimiter);
      }
      pieces.add(resolver.text(item).characters());
    }
    return withoutDynamicReferences(Pieces.joined(call.origin(), pieces));
  }

  Node split(Intrinsic call) {
    List<Node> arguments = call.arguments();
    Optional<String> delimiter =
        arguments.size() == 2
            ? Pieces.plain(resolver.text(arguments.get(0))).filter(d -> !d.isEmpty())
            : Optional.empty();
    if (delimiter.isEmpty()) {
      return resolver.malformed(call, "a delimiter and a text");
    }
    Characters text = resolver.text(arguments.get(1)).characters();
    if (mayHide(delimiter.get(), text)) {
      return Pieces.unknown(
          call.origin(), "parts of `" + Pieces.shown(text) + "` between `" + delimiter.get() + "`");
    }
    return new ArrayNode(
        call.origin(), Optional.empty(), parts(text, delimiter.get(), call.origin()));
  }

  Node jsonText(Intrinsic call) {
    return resolver
        .resolve(call.argument())
        .filter(n -> n.asScalar().isEmpty())
        .map(n -> (Node) Pieces.joined(call.origin(), JsonText.of(n)))
        .orElseGet(() -> Resolver.unknown(call));
  }

  private static List<Node> items(Node node) {
    return node.match(List::<Node>of, ArrayNode::items, List::<Node>of);
  }

  private static List<Node> parts(Characters text, String delimiter, Origin at) {
    List<Node> parts = new ArrayList<>();
    int from = 0;
    for (int to = 0; to >= 0; from = to + delimiter.length()) {
      to = text.text().indexOf(delimiter, from);
      Characters part = text.slice(from, to < 0 ? text.length() : to);
      parts.add(ScalarNode.resolved(at, part));
    }
    return parts;
  }

  /** Whether an unknown piece may hold the delimiter, so that the number of parts is open. */
  private static boolean mayHide(String delimiter, Characters text) {
    boolean mark = delimiter.equals(":") || delimiter.equals("/") || delimiter.equals(",");
    for (int i = 0; i < text.length(); i++) {
      Optional<TextPart> hole = text.holeAt(i);
      if (hole.isPresent() && !(mark && isWord(hole.get()))) {
        return true;
      }
    }
    return false;
  }

  /** Account, partition and region have no punctuation but a hyphen. */
  private static boolean isWord(TextPart part) {
    String shown = part.shown();
    return shown.equals("<own account>")
        || shown.equals("<AWS::Partition>")
        || shown.equals("<AWS::Region>");
  }

  private static Characters hole(Origin at, String name) {
    return Characters.hole(at, new TextPart.Unknown(name, Optional.empty()));
  }
}
