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
        String written = unknown.typical().orElseGet(() -> plain(unknown.shown()));
        parts.addAll(Text.pattern(text.origin(), written).parts());
      } else {
        parts.add(part);
      }
    }
    return new Text(text.origin(), joined(parts));
  }

  /** A name as it can stand in ARNs and subjects: a colon or bracket would make other pieces. */
  private static String plain(String shown) {
    StringBuilder plain = new StringBuilder();
    for (char c : shown.toCharArray()) {
      boolean name = Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
      plain.append(name ? String.valueOf(c) : c == ':' ? "-" : "");
    }
    return plain.length() == 0 ? "x" : plain.toString();
  }

  /** Neighbours that are both fixed text are one, so that a name is in one piece. */
  private static List<TextPart> joined(List<TextPart> parts) {
    List<TextPart> joined = new ArrayList<>();
    for (TextPart part : parts) {
      int last = joined.size() - 1;
      if (part instanceof TextPart.Literal next
          && last >= 0
          && joined.get(last) instanceof TextPart.Literal before) {
        joined.set(last, new TextPart.Literal(before.value() + next.value()));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }
}
