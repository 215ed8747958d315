package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.SourceFile;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Finds out where each character of a YAML scalar was written. */
final class YamlScalars {

  private final String source;
  private final String value;
  private final int[] starts;
  private final int[] ends;
  private int at;
  private final int end;

  private YamlScalars(String source, String value, int from, int end) {
    this.source = source;
    this.value = value;
    this.at = from;
    this.end = end;
    this.starts = new int[value.length()];
    this.ends = new int[value.length()];
  }

  /** Unquoted true, false and null are what they look like; an unquoted number is one. */
  static ScalarNode.Kind kind(ScalarEvent event) {
    String value = event.getValue();
    if (!event.isPlain()) {
      return ScalarNode.Kind.STRING;
    }
    if (value.isEmpty() || value.equals("~") || value.equals("null")) {
      return ScalarNode.Kind.NULL;
    }
    if (value.equals("true") || value.equals("false")) {
      return ScalarNode.Kind.BOOLEAN;
    }
    boolean number = value.length() < 20 && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? ScalarNode.Kind.NUMBER : ScalarNode.Kind.STRING;
  }

  /** The characters of a scalar that stands at {@code [start, end)} of the file, tag included. */
  static Characters characters(SourceFile file, ScalarEvent event, int start, int end) {
    String source = file.text();
    int body = body(source, event, start, end);
    if (source.startsWith(event.getValue(), body) && !event.isDQuoted()) {
      return Characters.verbatim(file, body, event.getValue());
    }
    YamlScalars scalars = new YamlScalars(source, event.getValue(), body, end);
    scalars.align(event);
    return Characters.decoded(
        Characters.ofFile(file), event.getValue(), scalars.starts, scalars.ends);
  }

  /** The first character of the content: after anchor, tag, and quote or block header. */
  private static int body(String source, ScalarEvent event, int start, int end) {
    int at = start;
    while (at < end && (source.charAt(at) == '!' || source.charAt(at) == '&')) {
      while (at < end && !Character.isWhitespace(source.charAt(at))) {
        at++;
      }
      while (at < end && Character.isWhitespace(source.charAt(at))) {
        at++;
      }
    }
    if (event.isDQuoted() || event.isSQuoted()) {
      return Math.min(end, at + 1);
    }
    if (event.isLiteral() || event.isFolded()) {
      int line = source.indexOf('\n', at);
      return line < 0 ? end : line + 1;
    }
    return at;
  }

  private void align(ScalarEvent event) {
    boolean block = event.isLiteral() || event.isFolded();
    int indent = block ? indent() : 0;
    if (block) {
      skipIndent(indent);
    }
    int i = 0;
    while (i < value.length()) {
      if (event.isDQuoted() && at < end && source.charAt(at) == '\\') {
        i = escape(i);
      } else if (value.charAt(i) == '\n' || (value.charAt(i) == ' ' && atLineEnd())) {
        i = lineBreak(i, block, indent);
      } else {
        i = character(i, event.isSQuoted());
      }
    }
  }

  /** The blanks before the first line that has content, less those that belong to it. */
  private int indent() {
    int line = at;
    while (line < end) {
      int first = line;
      while (first < end && source.charAt(first) == ' ') {
        first++;
      }
      if (first < end && source.charAt(first) != '\n' && source.charAt(first) != '\r') {
        int own = 0;
        int from = 0;
        while (from < value.length() && value.charAt(from) == '\n') {
          from++;
        }
        while (from + own < value.length() && value.charAt(from + own) == ' ') {
          own++;
        }
        return Math.max(0, first - line - own);
      }
      int next = source.indexOf('\n', line);
      line = next < 0 ? end : next + 1;
    }
    return 0;
  }

  private void skipIndent(int indent) {
    for (int n = 0; n < indent && at < end && source.charAt(at) == ' '; n++) {
      at++;
    }
  }

  private boolean atLineEnd() {
    int i = at;
    while (i < end && (source.charAt(i) == ' ' || source.charAt(i) == '\t')) {
      i++;
    }
    return i < end && (source.charAt(i) == '\n' || source.charAt(i) == '\r');
  }

  /** One or more line ends in the source; each line feed of the value takes one. */
  private int lineBreak(int i, boolean block, int indent) {
    int from = at;
    if (!block) {
      skipBlanks();
    }
    if (at < end && source.charAt(at) == '\r') {
      at++;
    }
    if (at < end && source.charAt(at) == '\n') {
      at++;
    }
    put(i, from, at);
    if (block) {
      skipIndent(indent);
      return foldedExtra(i, indent);
    }
    skipBlanks();
    return foldedExtra(i, 0);
  }

  /**
   * In folded text n+1 line ends stand for n line feeds: the surplus one is passed over here, when
   * the value goes on with something else than a line end.
   */
  private int foldedExtra(int i, int indent) {
    int next = i + 1;
    while (at < end
        && (source.charAt(at) == '\n' || source.charAt(at) == '\r')
        && (next >= value.length() || value.charAt(next) != '\n')) {
      at++;
      if (indent > 0) {
        skipIndent(indent);
      } else {
        skipBlanks();
      }
    }
    return next;
  }

  private void skipBlanks() {
    while (at < end && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
      at++;
    }
  }

  private int character(int i, boolean single) {
    int width = single && source.startsWith("''", at) && value.charAt(i) == '\'' ? 2 : 1;
    put(i, at, at + width);
    at = Math.min(end, at + width);
    return i + 1;
  }

  /**
   * A double-quoted escape gives one character, a pair of surrogates, or nothing at a line's end.
   */
  private int escape(int i) {
    int from = at;
    char kind = at + 1 < end ? source.charAt(at + 1) : '\\';
    if (kind == '\n' || kind == '\r') {
      at += kind == '\r' && at + 2 < end && source.charAt(at + 2) == '\n' ? 3 : 2;
      skipBlanks();
      return i;
    }
    int width =
        switch (kind) {
          case 'x' -> 4;
          case 'u' -> 6;
          case 'U' -> 10;
          default -> 2;
        };
    at = Math.min(end, at + width);
    put(i, from, at);
    boolean pair = Character.isHighSurrogate(value.charAt(i)) && kind == 'U';
    if (pair && i + 1 < value.length()) {
      put(i + 1, from, at);
      return i + 2;
    }
    return i + 1;
  }

  private void put(int i, int from, int to) {
    starts[i] = Math.min(from, Math.max(0, source.length() - 1));
    ends[i] = Math.max(starts[i] + 1, to);
  }
}
