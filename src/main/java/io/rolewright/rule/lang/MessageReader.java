package io.rolewright.rule.lang;

import io.rolewright.rule.lang.Syntax.Tag;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Takes the texts of messages apart: characters, and expressions in braces. */
final class MessageReader {

  private MessageReader() {}

  /** The text between quotes; a backslash makes the next character stand for itself. */
  static String unquoted(String quoted) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      text.append(c == '\\' ? quoted.charAt(++i) : c);
    }
    return text.toString();
  }

  /** The pieces of a message's text. */
  static List<Syntax> pieces(Token token, int offset) {
    String quoted = token.getText();
    int start = offset + token.getStartIndex();
    List<Syntax> pieces = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    int i = 1;
    while (i < quoted.length() - 1) {
      char c = quoted.charAt(i);
      if (c == '{') {
        int close = closing(quoted, i, start);
        addLetters(letters, start + i, pieces);
        String inner = quoted.substring(i + 1, close).replace("\\\"", "\"");
        pieces.add(BlockParser.expression(inner, start + i + 1));
        i = close + 1;
      } else {
        letters.append(c == '\\' ? quoted.charAt(++i) : c);
        i++;
      }
    }
    addLetters(letters, start + i, pieces);
    return pieces;
  }

  private static int closing(String quoted, int open, int start) {
    int close = quoted.indexOf('}', open);
    if (close < 0) {
      throw new LanguageException(
          start + open, start + open + 1, "this brace is not closed; write `\\{` for a plain one");
    }
    return close;
  }

  private static void addLetters(StringBuilder letters, int end, List<Syntax> into) {
    if (letters.length() > 0) {
      into.add(
          new Syntax(
              Tag.TEXT, Math.max(0, end - letters.length()), end, letters.toString(), List.of()));
      letters.setLength(0);
    }
  }
}
