package io.rolewright.rule.session;

import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.List;
import java.util.Locale;

/**
 * Reads policies as if a condition key had another name, in conditions and as a variable. So one
 * request can be asked about twice, with two values of what is really one key.
 *
 * @param from in lower case
 */
record RenamedKey(String from, String to) {

  private static boolean isIn(Text text, String key) {
    return text.parts().stream().anyMatch(part -> isIt(part, key));
  }

  private static boolean isIt(TextPart part, String key) {
    return part instanceof TextPart.Variable variable
        && variable.key().toLowerCase(Locale.ROOT).equals(key);
  }

  PolicyDocument in(PolicyDocument policy) {
    PolicyDocument changed = PolicyTexts.changed(policy, this::in);
    return changed.with(
        changed.statements().stream()
            .map(s -> s.with(s.conditions().stream().map(this::in).toList()))
            .toList());
  }

  private Text in(Text text) {
    if (!isIn(text, from)) {
      return text;
    }
    List<TextPart> parts = text.parts().stream().map(this::in).toList();
    return new Text(text.origin(), parts);
  }

  private TextPart in(TextPart part) {
    return isIt(part, from)
        ? new TextPart.Variable(to, ((TextPart.Variable) part).defaultValue())
        : part;
  }

  private Condition in(Condition c) {
    if (!c.keyName().equals(from)) {
      return c;
    }
    Text key = Text.literal(c.key().origin(), to);
    return new Condition(
        c.origin(), c.operatorAt(), c.operatorName(), c.operator(), key, c.valuesAt(), c.values());
  }
}
