package io.rolewright.rule.lang;

import io.rolewright.rule.Ascii;
import java.util.ArrayList;
import java.util.List;

/**
 * Syntax trees as text of one line, so that the rules that come with Rolewright are read by the
 * parser when it is built and not each time it runs. What was written is read back equal.
 *
 * <p>A node is a letter for its tag, how far behind its parent's start it starts, its length, its
 * text up to {@code ~}, and how many parts follow. All of it is printable ASCII.
 */
final class SyntaxCodec {

  private static final char TEXT_END = '~';

  private static final int BITS = 5;
  private static final int BASE = 1 << BITS;

  /** From here on are digits that end a number, and behind them those that others follow. */
  private static final char FIRST_DIGIT = '0';

  private static final Syntax.Tag[] TAGS = Syntax.Tag.values();

  private final String written;
  private int at;

  private SyntaxCodec(String written) {
    this.written = written;
  }

  static String write(Syntax tree) {
    StringBuilder out = new StringBuilder();
    write(tree, 0, out);
    return out.toString();
  }

  private static void write(Syntax node, int from, StringBuilder out) {
    out.append((char) ('A' + node.tag().ordinal()));
    number(node.start() - from, out);
    number(node.end() - node.start(), out);
    out.append(Ascii.write(node.text(), TEXT_END)).append(TEXT_END);
    number(node.parts().size(), out);
    node.parts().forEach(part -> write(part, node.start(), out));
  }

  /** Of either sign: the lowest bit tells it. */
  private static void number(int value, StringBuilder out) {
    int left = value < 0 ? -value * 2 - 1 : value * 2;
    while (left >= BASE) {
      out.append((char) (FIRST_DIGIT + BASE + left % BASE));
      left /= BASE;
    }
    out.append((char) (FIRST_DIGIT + left));
  }

  static Syntax read(String written) {
    return new SyntaxCodec(written).node(0);
  }

  private Syntax node(int from) {
    Syntax.Tag tag = TAGS[written.charAt(at++) - 'A'];
    int start = from + number();
    int end = start + number();
    String text = text();
    int size = number();
    if (size == 0) {
      return new Syntax(tag, start, end, text, List.of());
    }
    List<Syntax> parts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      parts.add(node(start));
    }
    return new Syntax(tag, start, end, text, parts);
  }

  private String text() {
    int textEnd = written.indexOf(TEXT_END, at);
    String text = written.substring(at, textEnd);
    at = textEnd + 1;
    return Ascii.read(text);
  }

  private int number() {
    int value = 0;
    int shift = 0;
    int digit = written.charAt(at++) - FIRST_DIGIT;
    for (; digit >= BASE; digit = written.charAt(at++) - FIRST_DIGIT) {
      value |= (digit - BASE) << shift;
      shift += BITS;
    }
    value |= digit << shift;
    return (value & 1) == 0 ? value / 2 : -(value + 1) / 2;
  }
}
