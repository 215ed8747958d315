package io.rolewright.parse.yaml;

/**
 * Decodes plain, single-quoted and double-quoted scalars (YAML 1.2.2, sections 7.3 and 6.5): blanks
 * around a line break are dropped, one line break is a space, more are one less.
 */
final class FlowSpelling {

  private final String source;
  private final int end;
  private final char quote; // 0: plain
  private final Spelling spelling = new Spelling();
  private int at;

  private FlowSpelling(String source, int start, int end, char quote) {
    this.source = source;
    this.at = start;
    this.end = end;
    this.quote = quote;
  }

  /** What {@code [start, end)}, with its quotes, spells. */
  static Spelling of(String source, int start, int end) {
    char first = start < end ? source.charAt(start) : 0;
    boolean quoted = first == '"' || first == '\'';
    FlowSpelling flow =
        quoted
            ? new FlowSpelling(source, start + 1, end - 1, first)
            : new FlowSpelling(source, start, end, (char) 0);
    while (flow.at < flow.end) {
      flow.step();
    }
    return flow.spelling;
  }

  private void step() {
    char c = source.charAt(at);
    if (quote == '"' && c == '\\') {
      escape();
    } else if (quote == '\'' && c == '\'') {
      spelling.add(c, at, at + 2);
      at += 2;
    } else if (isBlank(c) || isBreak(c)) {
      blanks();
    } else {
      spelling.add(c, at, at + 1);
      at++;
    }
  }

  private void blanks() {
    int from = at;
    int breaks = 0;
    int to = from;
    for (; to < end && (isBlank(source.charAt(to)) || isBreak(source.charAt(to))); ) {
      boolean lineBreak = isBreak(source.charAt(to));
      int next = lineBreak ? endOfBreak(source, to) : to + 1;
      if (lineBreak && ++breaks > 1) {
        spelling.add('\n', to, next);
      }
      to = next;
    }
    if (breaks == 0) {
      for (int i = from; i < to; i++) {
        spelling.add(source.charAt(i), i, i + 1);
      }
    } else if (breaks == 1) {
      spelling.add(' ', from, to);
    }
    at = to;
  }

  private void escape() {
    char c = at + 1 < end ? source.charAt(at + 1) : '\\';
    if (isBreak(c)) {
      continueLine(endOfBreak(source, at + 1));
      return;
    }
    int digits = digitsAfter(c);
    int to = Math.min(at + 2 + digits, end);
    if (digits > 0) {
      hexadecimal(to);
    } else {
      spelling.add(unescape(c), at, to);
    }
    at = to;
  }

  /** How many hexadecimal digits follow a backslash and this letter. */
  static int digitsAfter(char c) {
    return c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  }

  /** After an escaped line break empty lines count as line breaks, leading blanks do not. */
  private void continueLine(int from) {
    int to = from;
    while (to < end && (isBlank(source.charAt(to)) || isBreak(source.charAt(to)))) {
      int next = isBreak(source.charAt(to)) ? endOfBreak(source, to) : to + 1;
      if (isBreak(source.charAt(to))) {
        spelling.add('\n', to, next);
      }
      to = next;
    }
    at = to;
  }

  private void hexadecimal(int to) {
    try {
      int codePoint = Integer.parseUnsignedInt(source.substring(at + 2, to), 16);
      spelling.addCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : '?', at, to);
    } catch (NumberFormatException e) {
      spelling.add('?', at, to); // the parser has refused it already
    }
  }

  private static char unescape(char c) {
    int index = "0abtnvfre_NLP".indexOf(c);
    return index < 0 ? c : "\0\u0007\b\t\n\u000b\f\r\u001b\u00a0\u0085\u2028\u2029".charAt(index);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  static int endOfBreak(String source, int at) {
    boolean pair = source.startsWith("\r\n", at);
    return at + (pair ? 2 : 1);
  }
}
