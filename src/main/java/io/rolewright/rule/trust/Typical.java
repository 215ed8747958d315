package io.rolewright.rule.trust;

import io.rolewright.model.Condition;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.ArrayList;
import java.util.List;

/**
 * What a template yields unless someone decides otherwise: each unknown piece of a condition is its
 * default, and one without a default is some text that has no wildcard.
 */
public final class Typical {

  private Typical() {}

  public static Statement of(Statement statement) {
    return statement.with(statement.conditions().stream().map(Typical::of).toList());
  }

  private static Condition of(Condition condition) {
    return condition.with(condition.values().stream().map(Typical::of).toList());
  }

  public static Text of(Text text) {
    List<TextPart> parts = new ArrayList<>();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Unknown unknown) {
        // why: a colon, as in AWS::Region, would break an ARN into other pieces
        String plain = unknown.shown().replace(':', '-');
        String written = unknown.typical().orElse(plain);
        parts.addAll(Text.pattern(text.origin(), written).parts());
      } else {
        parts.add(part);
      }
    }
    return new Text(text.origin(), parts);
  }
}
