package io.rolewright.parse.json;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the first syntax error of a text that the parser refused and says in plain words what is
 * wrong. Used once, and only after a failure, so it may be slow but must not recurse.
 */
final class JsonSyntax {

  private final JsonText text;
  private final String source;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int at;

  /** What may come next. */
  private enum Expected {
    VALUE("a value"),
    VALUE_OR_END("a value or `]`"),
    KEY("a key in double quotes"),
    KEY_OR_END("a key in double quotes or `}`"),
    COLON("`:` after the key"),
    COMMA_OR_END("");

    private final String words;

    Expected(String words) {
      this.words = words;
    }
  }

  JsonSyntax(JsonText text) {
    this.text = text;
    this.source = text.source();
  }

  /**
   * The first error; one at {@code fallback} in the case that none is found.
   *
   * @param several whether more values may follow the first
   */
  JsonProblem firstError(int fallback, boolean several) {
    try {
      do {
        value();
        skipBlanks();
      } while (several && at < source.length());
      return at < source.length()
          ? unexpected("the end of the document")
          : error("not valid JSON", fallback, fallback);
    } catch (JsonProblem e) {
      return e;
    }
  }

  private void value() throws JsonProblem {
    Expected expected = Expected.VALUE;
    do {
      expected = step(expected);
    } while (!open.isEmpty() || expected != Expected.COMMA_OR_END);
  }

  private Expected step(Expected expected) throws JsonProblem {
    skipBlanks();
    if (at == source.length()) {
      throw endOfText();
    }
    char c = source.charAt(at);
    return switch (expected) {
      case VALUE, VALUE_OR_END ->
          c == ']' ? end(expected, Expected.VALUE_OR_END) : value(c, expected);
      case KEY, KEY_OR_END -> c == '}' ? end(expected, Expected.KEY_OR_END) : key(c, expected);
      case COLON -> colon(c);
      case COMMA_OR_END -> commaOrEnd(c);
    };
  }

  private Expected end(Expected expected, Expected wanted) throws JsonProblem {
    if (expected != wanted) {
      int comma = lastBefore(at);
      throw comma >= 0 && source.charAt(comma) == ','
          ? error("nothing follows this comma", comma, comma + 1)
          : unexpected(expected.words);
    }
    at++;
    open.pop();
    return Expected.COMMA_OR_END;
  }

  private Expected value(char c, Expected expected) throws JsonProblem {
    if (c == '{' || c == '[') {
      open.push(at++);
      return c == '{' ? Expected.KEY_OR_END : Expected.VALUE_OR_END;
    }
    if (c == '"') {
      at = new JsonScalars(text).endOfString(at);
    } else if (c == '-' || (c >= '0' && c <= '9')) {
      at = new JsonScalars(text).endOfNumber(at);
    } else {
      at = endOfKeyword(expected);
    }
    return Expected.COMMA_OR_END;
  }

  private int endOfKeyword(Expected expected) throws JsonProblem {
    String word = wordAt(at);
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      return at + word.length();
    }
    throw unexpected(expected.words);
  }

  private Expected key(char c, Expected expected) throws JsonProblem {
    if (c != '"') {
      throw unexpected(expected.words);
    }
    at = new JsonScalars(text).endOfString(at);
    return Expected.COLON;
  }

  private Expected colon(char c) throws JsonProblem {
    if (c != ':') {
      throw unexpected(Expected.COLON.words);
    }
    at++;
    return Expected.VALUE;
  }

  private Expected commaOrEnd(char c) throws JsonProblem {
    boolean object = source.charAt(open.element()) == '{';
    char closing = object ? '}' : ']';
    if (c == closing) {
      at++;
      open.pop();
      return Expected.COMMA_OR_END;
    }
    if (c == (object ? ']' : '}')) {
      throw error("`" + c + "` does not close the " + opened(), at, at + 1);
    }
    if (c != ',') {
      throw unexpected("`,` or `" + closing + "`");
    }
    at++;
    return object ? Expected.KEY : Expected.VALUE;
  }

  private String opened() {
    int start = open.element();
    String kind = source.charAt(start) == '{' ? "object" : "array";
    return kind + " that starts on line " + text.lineOf(start);
  }

  private JsonProblem endOfText() {
    int end = source.length();
    if (open.isEmpty()) {
      return error("the document is empty", end, end);
    }
    return error("the document ends inside an " + opened(), end, end);
  }

  private JsonProblem unexpected(String wanted) {
    char c = source.charAt(at);
    if (c == '/' || c == '#') {
      return error("JSON has no comments", at, at + 1);
    }
    if (c == '\'') {
      return error("JSON strings stand in double quotes, not in single quotes", at, at + 1);
    }
    String found = found();
    return error(
        "expected " + wanted + ", found " + found, at, at + Math.max(1, wordAt(at).length()));
  }

  private String found() {
    char c = source.charAt(at);
    String word = wordAt(at);
    if (c == '"') {
      return "a string";
    }
    if (!word.isEmpty()) {
      return word.length() > 40 ? "`" + word.substring(0, 40) + "…`" : "`" + word + "`";
    }
    boolean visible = c > ' ' && c < 0x7f;
    return visible ? "`" + c + "`" : String.format("the character U+%04X", (int) c);
  }

  private String wordAt(int start) {
    int end = start;
    while (end < source.length() && isWordPart(source.charAt(end))) {
      end++;
    }
    return source.substring(start, end);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '+' || c == '.';
  }

  private void skipBlanks() {
    while (at < source.length() && isBlank(source.charAt(at))) {
      at++;
    }
  }

  private int lastBefore(int offset) {
    int i = offset - 1;
    while (i >= 0 && isBlank(source.charAt(i))) {
      i--;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private JsonProblem error(String message, int start, int end) {
    return new JsonProblem(message, text.originOf(start, end));
  }
}
