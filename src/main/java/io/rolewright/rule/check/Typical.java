package io.rolewright.rule.check;

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
final class Typical {

  private Typical() {}

  static Statement of(Statement statement) {
    return statement.with(statement.conditions().stream().map(Typical::of).toList());
  }

  private static Condition of(Condition condition) {
    return condition.with(condition.values().stream().map(Typical::of).toList());
  }

  static Text of(Text text) {
    List<TextPart> parts = new ArrayList<>();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Unknown unknown) {
        parts.addAll(written(unknown.typical().orElse(unknown.shown())));
      } else {
        parts.add(part);
      }
    }
    return new Text(text.origin(), parts);
  }

  private static List<TextPart> written(String text) {
    List<TextPart> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean wildcard = i < text.length() && (text.charAt(i) == '*' || text.charAt(i) == '?');
      if (i > start && (wildcard || i == text.length())) {
        parts.add(new TextPart.Literal(text.substring(start, i)));
      }
      if (wildcard) {
        parts.add(text.charAt(i) == '*' ? new TextPart.AnyRun() : new TextPart.AnyOne());
        start = i + 1;
      }
    }
    return parts;
  }
}
