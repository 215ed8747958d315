package io.rolewright.rule.permission;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What policies say, wherever they are written. Law: where two policies have equal content, every
 * request is decided the same by both.
 *
 * @param said equal for policies that say the same in the same order
 * @param keys the condition keys that they read, in lower case
 */
record PolicyContent(List<Object> said, Set<String> keys) {

  private static final String EVERYBODY = "everybody";

  /** Of one policy after the other; empty where some statement names principals. */
  static Optional<PolicyContent> of(List<PolicyDocument> policies) {
    List<Object> said = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (PolicyDocument policy : policies) {
      said.add(policy.version());
      for (Statement statement : policy.statements()) {
        Optional<String> principal = principal(statement.principal());
        if (principal.isEmpty()) {
          return Optional.empty();
        }
        said.add(principal.get());
        add(statement, said, keys);
      }
    }
    return Optional.of(new PolicyContent(said, keys));
  }

  private static Optional<String> principal(PrincipalElement element) {
    return element.match(
        listed ->
            listed.patterns().stream().allMatch(PrincipalPattern.Everyone.class::isInstance)
                ? Optional.of(EVERYBODY + listed.patterns().size())
                : Optional.empty(),
        except -> Optional.empty(),
        absent -> Optional.of(""));
  }

  private static void add(Statement statement, List<Object> said, Set<String> keys) {
    ActionElement action = statement.action();
    ResourceElement resource = statement.resource();
    said.add(statement.effect());
    said.add(action.match(listed -> "Action", except -> "NotAction", absent -> "no action"));
    said.add(parts(action.patterns(), keys));
    said.add(resource.match(listed -> "Resource", except -> "NotResource", absent -> "none"));
    said.add(parts(resource.patterns(), keys));
    for (Condition condition : statement.conditions()) {
      keys.add(condition.keyName());
      said.add(condition.operatorName());
      said.add(condition.key().parts());
      said.add(parts(condition.values(), keys));
    }
  }

  private static List<List<TextPart>> parts(List<Text> texts, Set<String> keys) {
    List<List<TextPart>> parts = new ArrayList<>();
    for (Text text : texts) {
      text.variables().forEach(v -> keys.add(v.key().toLowerCase(Locale.ROOT)));
      parts.add(text.parts());
    }
    return parts;
  }
}
