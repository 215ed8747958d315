package io.rolewright.reason.encode;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.ConditionOperator.SetQualifier;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The condition keys that some policies read, and as what they take them. */
final class KeyUses {

  /** What an operator takes a value for. */
  enum Use {
    TEXT,
    NUMBER,
    DATE,
    ADDRESS,
    /** With {@code ForAllValues} or {@code ForAnyValue}. */
    SET,
    PRESENCE
  }

  private final Map<String, Set<Use>> uses = new TreeMap<>();

  private KeyUses() {}

  static KeyUses of(Collection<PolicyDocument> policies) {
    KeyUses all = new KeyUses();
    for (PolicyDocument policy : policies) {
      policy.statements().forEach(all::add);
    }
    return all;
  }

  /** Reads these keys too, nothing being said of their sort. */
  void add(Set<String> keys) {
    keys.forEach(key -> add(key, Use.PRESENCE));
  }

  private void add(Statement statement) {
    statement.conditions().forEach(this::add);
    statement.resource().patterns().forEach(this::addVariables);
  }

  private void add(Condition condition) {
    condition.values().forEach(this::addVariables);
    if (condition.operator().isEmpty() || condition.key().hasUnknown()) {
      return;
    }
    ConditionOperator operator = condition.operator().get();
    add(condition.keyName(), use(operator.comparison()));
    if (operator.set() != SetQualifier.NONE) {
      add(condition.keyName(), Use.SET);
    }
  }

  private void addVariables(Text text) {
    for (TextPart.Variable variable : text.variables()) {
      add(variable.key().toLowerCase(Locale.ROOT), Use.TEXT);
    }
  }

  private void add(String key, Use use) {
    uses.computeIfAbsent(key, k -> EnumSet.noneOf(Use.class)).add(use);
  }

  private static Use use(Comparison comparison) {
    return switch (comparison) {
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          Use.NUMBER;
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          Use.DATE;
      case IP_ADDRESS -> Use.ADDRESS;
      case NULL -> Use.PRESENCE;
      default -> Use.TEXT;
    };
  }

  /** The keys in lower case, ascending. */
  Set<String> keys() {
    return uses.keySet();
  }

  /** As what a key is taken; nothing if no policy reads it. */
  Set<Use> of(String key) {
    return uses.getOrDefault(key, Set.of());
  }
}
