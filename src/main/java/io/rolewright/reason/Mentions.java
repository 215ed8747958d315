package io.rolewright.reason;

import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The condition keys that a policy reads, each with the texts it is compared with. */
public final class Mentions {

  private final TreeMap<String, List<Text>> texts = new TreeMap<>();
  private final Set<String> open = new HashSet<>();

  private Mentions() {}

  /** What the statements of a policy mention, in conditions and as policy variables. */
  public static Mentions of(PolicyDocument policy) {
    Mentions mentions = new Mentions();
    for (Statement statement : policy.statements()) {
      statement.conditions().forEach(mentions::add);
      if (!statement.isAllow()) {
        statement.conditions().forEach(c -> mentions.open.add(c.keyName()));
      }
    }
    return mentions;
  }

  private void add(Condition condition) {
    if (condition.operator().isEmpty() || condition.key().hasUnknown()) {
      return;
    }
    texts.computeIfAbsent(condition.keyName(), k -> new ArrayList<>()).addAll(condition.values());
    for (Text value : condition.values()) {
      for (TextPart.Variable variable : value.variables()) {
        String key = variable.key().toLowerCase(Locale.ROOT);
        texts.computeIfAbsent(key, k -> new ArrayList<>());
        open.add(key);
        open.add(condition.keyName());
      }
    }
  }

  /**
   * Whether one value of a key with which an Allow statement holds is as good as any other: no Deny
   * reads the key, no variable joins it to another, and no other key depends on it.
   */
  boolean isSettledBy(String key) {
    return !open.contains(key) && !KeyPresence.isCoupled(key);
  }

  /** The keys in lower case, sorted. */
  public Set<String> keys() {
    return texts.keySet();
  }

  /** What a key is compared with; nothing where it is not mentioned. */
  public List<Text> of(String key) {
    return texts.getOrDefault(key, List.of());
  }

  /** All keys with their texts. */
  public Map<String, List<Text>> asMap() {
    return texts;
  }
}
