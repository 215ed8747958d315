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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Policies in which a mark stands for a piece that a template leaves open. */
public final class Marked {

  /** No other text of worlds is like it. */
  public static final String MARK = "<parameter>";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Marked() {}

  /** The policy as a template gives it, with an unknown piece at every mark. */
  public static PolicyDocument open(Map<String, Object> policy, PolicyKind kind) {
    return new PolicyReader(Limits.DEFAULT).read(OpenPieces.in(root(text(policy))), kind);
  }

  /** The policy with a text in place of every mark. */
  public static PolicyDocument filled(Map<String, Object> policy, PolicyKind kind, String value) {
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

  /** The policy with a mark in place of a stretch of some of its strings. */
  public static Map<String, Object> marked(Map<String, Object> policy, Random random) {
    Map<String, Object> other = new LinkedHashMap<>(policy);
    other.put("Statement", marked(policy.get("Statement"), random));
    return other;
  }

  private static Object marked(Object value, Random random) {
    if (value instanceof Map<?, ?> object) {
      Map<String, Object> other = new LinkedHashMap<>();
      object.forEach(
          (name, member) ->
              other.put((String) name, name.equals("Effect") ? member : marked(member, random)));
      return other;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> marked(item, random)).toList();
    }
    String text = (String) value;
    if (text.contains("$") || random.nextInt(4) > 0) {
      return text;
    }
    int from = random.nextBoolean() ? 0 : random.nextInt(text.length() + 1);
    if (from == 0 && random.nextBoolean()) {
      return MARK;
    }
    int to = from + random.nextInt(text.length() - from + 1);
    return text.substring(0, from) + MARK + text.substring(to);
  }
}
