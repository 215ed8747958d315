package io.rolewright.simulate.law;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.simulate.OpenPieces;
import io.rolewright.source.SourceFile;
import java.util.Map;

/** Policies in which a mark stands for a piece that a template leaves open. */
final class Marked {

  /** No other text of worlds is like it. */
  static final String MARK = "<parameter>";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Marked() {}

  /** The policy as a template gives it, with an unknown piece at every mark. */
  static PolicyDocument open(Map<String, Object> policy, PolicyKind kind) {
    return new PolicyReader(Limits.DEFAULT).read(OpenPieces.in(root(text(policy))), kind);
  }

  /** The policy with a text in place of every mark. */
  static PolicyDocument filled(Map<String, Object> policy, PolicyKind kind, String value) {
    try {
      String quoted = JSON.writeValueAsString(value);
      String inner = quoted.substring(1, quoted.length() - 1);
      String text = text(policy).replace(MARK, inner);
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
}
