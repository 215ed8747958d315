package io.rolewright.source;

import java.util.Arrays;

/**
 * The text of one file, decoded once and without its byte-order mark, under the name shown to
 * people.
 *
 * <p>Lines end at {@code \n}, {@code \r\n} or {@code \r}. Immutable; line starts are found on first
 * use.
 */
public final class SourceFile {

  private final String name;
  private final String text;
  private volatile int[] lineStarts;

  private SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * A file of this text.
   *
   * @param name the path as reported: relative where possible, with forward slashes
   */
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text);
  }

  /** A file of which only the name is known, because it could not be read. */
  public static SourceFile unread(String name) {
    return new SourceFile(name, "");
  }

  /** Whether there is no text, so that nothing in it can be shown. */
  public boolean isUnread() {
    return text.isEmpty();
  }

  /** The path as reported. */
  public String name() {
    return name;
  }

  /** The whole text. */
  public String text() {
    return text;
  }

  /** The origin that covers this whole file. */
  public Origin whole() {
    return new Origin(this, new Span(0, text.length()));
  }

  /** The origin of {@code [start, end)}, cut to the file's length. */
  public Origin at(int start, int end) {
    int from = Math.max(0, Math.min(start, text.length()));
    return new Origin(this, new Span(from, Math.max(from, Math.min(end, text.length()))));
  }

  /** The line and column of an offset; an offset past the end is the end. */
  public Position positionOf(int offset) {
    int[] starts = lineStarts();
    int at = Math.min(offset, text.length());
    int found = Arrays.binarySearch(starts, at);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, at - starts[line] + 1);
  }

  /** The number of lines, at least 1. */
  public int lineCount() {
    return lineStarts().length;
  }

  /** The offset at which a line (from 1) begins. */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /** The text of a line (from 1) without its line end. */
  public String line(int line) {
    int[] starts = lineStarts();
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] : text.length();
    while (end > start && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = findLineStarts();
      lineStarts = known;
    }
    return known;
  }

  private int[] findLineStarts() {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}
