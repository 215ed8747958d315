package io.rolewright.parse.json;

/** Checks the spelling of strings and numbers; see {@link JsonSyntax}. */
final class JsonScalars {

  private final JsonText text;
  private final String source;

  JsonScalars(JsonText text) {
    this.text = text;
    this.source = text.source();
  }

  /** The offset after the closing quote of the string that opens at {@code start}. */
  int endOfString(int start) throws JsonProblem {
    int i = start + 1;
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      if (c < ' ') {
        throw control(start, i);
      }
      i = c == '\\' ? endOfEscape(start, i) : i + 1;
    }
    throw endsInside(start);
  }

  private JsonProblem control(int start, int at) {
    char c = source.charAt(at);
    if (c == '\n' || c == '\r') {
      return error("a string is not closed before the end of its line", start, at);
    }
    String name = c == '\t' ? "a tab" : String.format("the control character U+%04X", (int) c);
    return error(name + " stands unescaped in a string", at, at + 1);
  }

  private JsonProblem endsInside(int start) {
    String message = "the document ends inside a string that starts on line " + text.lineOf(start);
    return error(message, source.length(), source.length());
  }

  private int endOfEscape(int string, int backslash) throws JsonProblem {
    if (backslash + 1 == source.length()) {
      throw endsInside(string);
    }
    char c = source.charAt(backslash + 1);
    if (c == 'u') {
      return endOfUnicodeEscape(string, backslash);
    }
    if ("\"\\/bfnrt".indexOf(c) < 0) {
      String shown = c > ' ' && c < 0x7f ? "`\\" + c + "`" : "a backslash before a blank";
      throw error(shown + " is not an escape of JSON", backslash, backslash + 2);
    }
    return backslash + 2;
  }

  private int endOfUnicodeEscape(int string, int backslash) throws JsonProblem {
    int end = backslash + 6;
    for (int i = backslash + 2; i < end; i++) {
      if (i == source.length()) {
        throw endsInside(string);
      }
      if ("0123456789abcdefABCDEF".indexOf(source.charAt(i)) < 0) {
        throw error("`\\u` is not followed by four hexadecimal digits", backslash, i);
      }
    }
    return end;
  }

  /** The offset after the number that begins at {@code start}. */
  int endOfNumber(int start) throws JsonProblem {
    int first = source.charAt(start) == '-' ? start + 1 : start;
    int end = digits(first);
    boolean good = end > first && (source.charAt(first) != '0' || end == first + 1);
    if (good && is(end, '.')) {
      int fraction = digits(end + 1);
      good = fraction > end + 1;
      end = fraction;
    }
    if (good && (is(end, 'e') || is(end, 'E'))) {
      int sign = is(end + 1, '+') || is(end + 1, '-') ? end + 2 : end + 1;
      int exponent = digits(sign);
      good = exponent > sign;
      end = exponent;
    }
    int word = endOfWord(Math.min(end, source.length()));
    if (!good || word > end) {
      String shown = source.substring(start, Math.min(word, start + 40));
      throw error("`" + shown + "` is not a number of JSON", start, word);
    }
    return end;
  }

  private int digits(int from) {
    int i = from;
    while (i < source.length() && source.charAt(i) >= '0' && source.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private boolean is(int at, char c) {
    return at < source.length() && source.charAt(at) == c;
  }

  private int endOfWord(int from) {
    int i = from;
    while (i < source.length()
        && (Character.isLetterOrDigit(source.charAt(i)) || ".+-_".indexOf(source.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  private JsonProblem error(String message, int start, int end) {
    return new JsonProblem(message, text.originOf(start, end));
  }
}
