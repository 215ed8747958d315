package io.rolewright.parse.json;

import io.rolewright.parse.tree.Characters;
import io.rolewright.source.Origin;
import java.util.Arrays;

/**
 * The text of a JSON document as its parser sees it, and the way back to the file.
 *
 * <p>To the parser a hole is the digit 1: inside a string it does no harm, and where a value should
 * be it passes for one. The text of scalars is taken from the characters again, with the hole.
 */
final class JsonText {

  private final Characters characters;
  private final String source;

  JsonText(Characters characters) {
    this.characters = characters;
    this.source = characters.hasHoles() ? withoutHoles(characters) : characters.text();
  }

  private static String withoutHoles(Characters characters) {
    StringBuilder text = new StringBuilder(characters.text());
    for (int i = 0; i < text.length(); i++) {
      if (characters.holeAt(i).isPresent()) {
        text.setCharAt(i, '1');
      }
    }
    return text.toString();
  }

  /** What to parse; as long as the characters. */
  String source() {
    return source;
  }

  boolean hasHoles() {
    return characters.hasHoles();
  }

  Origin originOf(int start, int end) {
    return characters.originOf(start, end);
  }

  /** The line, from 1, that an offset has in the file. */
  int lineOf(int offset) {
    return characters.originOf(offset, offset).start().line();
  }

  /** The offset just after the closing quote of a string that opens at {@code start}. */
  int endOfString(int start) {
    int i = start + 1;
    while (i < source.length() && source.charAt(i) != '"') {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, source.length());
  }

  /** The characters of a scalar that has no escapes. */
  Characters verbatim(int start, int end) {
    return characters.slice(start, end);
  }

  /** The characters of a string, {@code start} and {@code end} being outside its quotes. */
  Characters decode(int start, int end) {
    if (source.substring(start, end).indexOf('\\') < 0) {
      return characters.slice(start + 1, end - 1);
    }
    int length = end - start;
    StringBuilder text = new StringBuilder(length);
    int[] starts = new int[length];
    int[] ends = new int[length];
    int next;
    for (int i = start + 1; i < end - 1; i = next) {
      next = endOfCharacter(i);
      starts[text.length()] = i;
      ends[text.length()] = next;
      text.append(next == i + 1 ? characters.text().charAt(i) : unescape(i));
    }
    return Characters.decoded(
        characters,
        text.toString(),
        Arrays.copyOf(starts, text.length()),
        Arrays.copyOf(ends, text.length()));
  }

  private int endOfCharacter(int at) {
    if (source.charAt(at) != '\\') {
      return at + 1;
    }
    return source.charAt(at + 1) == 'u' ? at + 6 : at + 2;
  }

  private char unescape(int backslash) {
    char c = source.charAt(backslash + 1);
    switch (c) {
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        return (char) Integer.parseInt(source.substring(backslash + 2, backslash + 6), 16);
      default:
        return c;
    }
  }
}
