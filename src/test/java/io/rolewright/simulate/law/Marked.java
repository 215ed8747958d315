package io.rolewright.simulate.law;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.TextPart;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Policies in which a mark stands for a piece that a template leaves open. */
final class Marked {

  /** No other text of worlds has this character. */
  static final char MARK = '\u00a7';

  private static final ObjectMapper JSON = new ObjectMapper();

  private Marked() {}

  /** The policy as a template gives it, with an unknown piece at every mark. */
  static PolicyDocument open(Map<String, Object> policy, PolicyKind kind) {
    return new PolicyReader(Limits.DEFAULT).read(holed(root(text(policy))), kind);
  }

  /** The policy with a text in place of every mark. */
  static PolicyDocument filled(Map<String, Object> policy, PolicyKind kind, String value) {
    try {
      String quoted = JSON.writeValueAsString(value);
      String inner = quoted.substring(1, quoted.length() - 1);
      String text = text(policy).replace(String.valueOf(MARK), inner);
      return new PolicyReader(Limits.DEFAULT).read(root(text), kind);
    } catch (JsonProcessingException notWritable) {
      throw new AssertionError(notWritable);
    }
  }

  private static String text(Map<String, Object> policy) {
    try {
      return JSON.writeValueAsString(policy);
    } catch (JsonProcessingException notWritable) {
      throw new AssertionError(notWritable);
    }
  }

  private static Node root(String text) {
    return JsonReader.read(SourceFile.of("policy.json", text), Limits.DEFAULT).roots().get(0);
  }

  private static Node holed(Node node) {
    return node.match(
        object ->
            new ObjectNode(
                object.origin(),
                object.tag(),
                object.members().stream()
                    .map(m -> new ObjectNode.Member(m.key(), holed(m.value())))
                    .toList()),
        array ->
            new ArrayNode(
                array.origin(), array.tag(), array.items().stream().map(Marked::holed).toList()),
        Marked::holed);
  }

  private static Node holed(ScalarNode scalar) {
    String text = scalar.text();
    if (text.indexOf(MARK) < 0) {
      return scalar;
    }
    Origin at = scalar.origin();
    List<Characters> pieces = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      TextPart unknown = new TextPart.Unknown("parameter", Optional.empty());
      pieces.add(
          text.charAt(i) == MARK
              ? Characters.hole(at, unknown)
              : Characters.given(at, text.substring(i, i + 1)));
    }
    return ScalarNode.resolved(at, Characters.concat(at, pieces));
  }
}
