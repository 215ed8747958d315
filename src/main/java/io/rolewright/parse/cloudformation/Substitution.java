package io.rolewright.parse.cloudformation;

import io.rolewright.model.TextPart;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code Fn::Sub}: text with {@code ${Name}}, {@code ${Resource.Attribute}} and, for a literal
 * dollar, {@code ${!Name}}.
 *
 * <p>Text in braces that can be no name of a template, such as {@code ${aws:username}}, is left as
 * it is: people forget the exclamation mark of a policy variable.
 *
 * <p><a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html">Fn::Sub</a>.
 */
final class Substitution {

  private final Resolver resolver;
  private final References references;
  private final ProblemLog problems;

  Substitution(Resolver resolver, References references, ProblemLog problems) {
    this.resolver = resolver;
    this.references = references;
    this.problems = problems;
  }

  ScalarNode of(Intrinsic call) {
    Node template = call.argument();
    Optional<ObjectNode> values = Optional.empty();
    if (call.arguments().size() == 2) {
      template = call.arguments().get(0);
      values = call.arguments().get(1).asObject();
    }
    Optional<ScalarNode> text = Intrinsic.plainScalar(template);
    if (text.isEmpty()) {
      resolver.malformed(call, "a text, or a text and an object of values");
      return Resolver.unknown(call);
    }
    return Pieces.joined(call.origin(), pieces(text.get().characters(), values));
  }

  private List<Characters> pieces(Characters text, Optional<ObjectNode> values) {
    List<Characters> pieces = new ArrayList<>();
    String source = text.text();
    int done = 0;
    for (int open = source.indexOf("${"); open >= 0; open = source.indexOf("${", done)) {
      int close = source.indexOf('}', open);
      if (close < 0) {
        break;
      }
      pieces.add(text.slice(done, open));
      pieces.addAll(replaced(text, open, close, values));
      done = close + 1;
    }
    pieces.add(text.slice(done, text.length()));
    return pieces;
  }

  /** What takes the place of the characters from the dollar to the closing brace. */
  private List<Characters> replaced(
      Characters text, int open, int close, Optional<ObjectNode> values) {
    String name = text.text().substring(open + 2, close).strip();
    if (name.startsWith("!")) {
      int mark = text.text().indexOf('!', open);
      return List.of(text.slice(open, open + 2), text.slice(mark + 1, close + 1));
    }
    Origin at = text.originOf(open, close + 1);
    Optional<Node> own = values.flatMap(v -> v.get(name));
    if (own.isPresent()) {
      return List.of(resolver.text(own.get()).characters());
    }
    if (!isName(name)) {
      return List.of(text.slice(open, close + 1));
    }
    return List.of(valueOf(name, at));
  }

  private Characters valueOf(String name, Origin at) {
    int dot = name.indexOf('.');
    if (dot > 0) {
      return resolver
          .text(references.attribute(name.substring(0, dot), name.substring(dot + 1), at))
          .characters();
    }
    Optional<Node> value = references.named(name, at);
    if (value.isEmpty()) {
      problems.warn("`" + name + "` cannot be part of a text", at);
      return Characters.hole(at, new TextPart.Unknown(name, Optional.empty()));
    }
    return resolver.text(value.get()).characters();
  }

  /** Letters, digits and dots, or a pseudo parameter. */
  private static boolean isName(String text) {
    if (text.isEmpty()) {
      return false;
    }
    String plain = text.startsWith("AWS::") ? text.substring("AWS::".length()) : text;
    return plain.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '.'));
  }
}
