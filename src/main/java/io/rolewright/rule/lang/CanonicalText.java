package io.rolewright.rule.lang;

import io.rolewright.rule.lang.Syntax.Tag;
import java.util.HashMap;
import java.util.Map;

/**
 * Expressions as text in which variables are replaced by what they stand for: two expressions with
 * the same text mean the same.
 */
final class CanonicalText {

  private final Map<String, String> meanings = new HashMap<>();
  private int bound;

  /** What a variable stands for from here on. */
  void let(String variable, String meaning) {
    meanings.put(variable, meaning);
  }

  String of(Syntax syntax) {
    return switch (syntax.tag()) {
      case NAME -> meanings.getOrDefault(syntax.text(), syntax.text());
      case TEXT -> '"' + syntax.text() + '"';
      case NUMBER, TRUTH -> syntax.text();
      case QUANTIFIED, THOSE, INQUIRY -> binding(syntax);
      default -> tagged(syntax) + "(" + parts(syntax, 0) + ")";
    };
  }

  private static String tagged(Syntax syntax) {
    return syntax.tag() == Tag.CALL ? syntax.text() : syntax.tag() + " " + syntax.text();
  }

  private String parts(Syntax syntax, int from) {
    StringBuilder text = new StringBuilder();
    for (Syntax part : syntax.parts().subList(from, syntax.parts().size())) {
      text.append(text.isEmpty() ? "" : ", ").append(of(part));
    }
    return text.toString();
  }

  /** The list or actor is outside of what the variable is known in. */
  private String binding(Syntax syntax) {
    String variable = syntax.part(0).text();
    String outside = of(syntax.part(1));
    String before = meanings.get(variable);
    meanings.put(variable, "$" + bound++);
    String text =
        syntax.tag() + " " + syntax.text() + "(" + outside + ": " + parts(syntax, 2) + ")";
    bound--;
    if (before == null) {
      meanings.remove(variable);
    } else {
      meanings.put(variable, before);
    }
    return text;
  }
}
