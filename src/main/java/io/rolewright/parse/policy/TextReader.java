package io.rolewright.parse.policy;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the strings of a policy apart into literals, wildcards and variables (R1.43, R1.44). */
public final class TextReader {

  private final Characters characters;
  private final String source;
  private final boolean variables;
  private final List<TextPart> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();

  private TextReader(Characters characters, boolean variables) {
    this.characters = characters;
    this.source = characters.text();
    this.variables = variables;
  }

  /**
   * The text of a scalar.
   *
   * @param variables whether {@code ${…}} is a variable here, which it is from version 2012-10-17
   *     on (R1.2); otherwise it is plain text
   */
  public static Text read(ScalarNode node, boolean variables) {
    if (isPlain(node.text())) {
      return Text.literal(node.origin(), node.text());
    }
    return new Text(node.origin(), new TextReader(node.characters(), variables).parts());
  }

  /**
   * The first variable-like {@code ${…}} of a text that is no variable and no escape, as written
   * (R1.43).
   *
   * @param from where in the text variables begin to be substituted
   */
  static Optional<String> malformedVariable(String text, int from) {
    int at = text.indexOf("${", from);
    while (at >= 0) {
      int close = text.indexOf('}', at);
      if (close < 0) {
        return Optional.of(text.substring(at));
      }
      String inner = text.substring(at + 2, close);
      if (!isEscape(inner) && variable(inner).isEmpty()) {
        return Optional.of(text.substring(at, close + 1));
      }
      at = text.indexOf("${", close);
    }
    return Optional.empty();
  }

  private static boolean isEscape(String inner) {
    return inner.equals("*") || inner.equals("?") || inner.equals("$");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*' || c == '?' || c == '$' || c == Characters.HOLE) {
        return false;
      }
    }
    return true;
  }

  private List<TextPart> parts() {
    int at = 0;
    while (at < source.length()) {
      at = step(at);
    }
    flush();
    return parts;
  }

  private int step(int at) {
    char c = source.charAt(at);
    Optional<TextPart> hole = c == Characters.HOLE ? characters.holeAt(at) : Optional.empty();
    if (hole.isPresent()) {
      add(hole.get());
    } else if (c == '*') {
      add(new TextPart.AnyRun());
    } else if (c == '?') {
      add(new TextPart.AnyOne());
    } else if (c == '$' && variables && source.startsWith("${", at)) {
      return variable(at);
    } else {
      literal.append(c);
    }
    return at + 1;
  }

  /** What stands between braces; text that is no variable stands for itself. */
  private int variable(int at) {
    int close = source.indexOf('}', at);
    if (close < 0) {
      literal.append(source.charAt(at));
      return at + 1;
    }
    String inner = source.substring(at + 2, close);
    if (isEscape(inner)) {
      literal.append(inner);
      return close + 1;
    }
    Optional<TextPart> variable = variable(inner);
    variable.ifPresentOrElse(this::add, () -> literal.append(source, at, close + 1));
    return close + 1;
  }

  private static Optional<TextPart> variable(String inner) {
    int comma = inner.indexOf(", '");
    if (comma >= 0 && inner.endsWith("'") && inner.length() > comma + 3) {
      String fallback = inner.substring(comma + 3, inner.length() - 1);
      return key(inner.substring(0, comma), Optional.of(fallback));
    }
    return key(inner, Optional.empty());
  }

  private static Optional<TextPart> key(String key, Optional<String> fallback) {
    boolean legal = !key.isEmpty() && key.chars().noneMatch(TextReader::isNoPartOfKey);
    return legal ? Optional.of(new TextPart.Variable(key, fallback)) : Optional.empty();
  }

  private static boolean isNoPartOfKey(int c) {
    return c <= ' ' || c == ',' || c == '\'' || c == '{' || c == Characters.HOLE;
  }

  private void add(TextPart part) {
    flush();
    parts.add(part);
  }

  private void flush() {
    if (literal.length() > 0) {
      parts.add(new TextPart.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
