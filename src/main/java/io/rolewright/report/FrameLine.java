package io.rolewright.report;

/**
 * One line of source as a code frame shows it: printable, tabs spread, and cut around what matters
 * where it is too long.
 *
 * @param shown the line
 * @param from the cell of {@code shown} at which the marked part begins, from 0
 * @param to the cell after it; more than {@code from}
 */
record FrameLine(String shown, int from, int to) {

  /** The most cells of source that a line shows; not the terminal's, so that output repeats. */
  static final int WIDEST = 110;

  private static final int TAB = 4;
  private static final String CUT = "...";
  private static final int BEFORE_FOCUS = 40;

  /**
   * The line that begins at {@code start}, marked from {@code from} to {@code to}, all offsets in
   * {@code text}. Looks at no more of the text than it shows: a minified file is one huge line.
   */
  static FrameLine of(String text, int start, int from, int to) {
    int left = leftEdge(text, start, from, to);
    StringBuilder shown = new StringBuilder(left > start ? CUT : "");
    int cells = shown.length();
    int first = -1;
    int last = -1;
    int at = left;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      int c = text.codePointAt(at);
      first = first < 0 && at >= from ? cells : first;
      last = last < 0 && at >= to ? cells : last;
      int width = width(c, cells);
      if (cells + width > WIDEST) {
        shown.append(CUT);
        break;
      }
      append(shown, c, width);
      cells += width;
      at += Character.charCount(c);
    }
    int begin = first < 0 ? cells : first;
    return new FrameLine(shown.toString(), begin, Math.max(last < 0 ? cells : last, begin + 1));
  }

  /** The line's start, unless the marked part would then lie beyond the right edge. */
  private static int leftEdge(String text, int start, int from, int to) {
    int needed = Math.min(to, from + BEFORE_FOCUS);
    int cells = 0;
    int at = start;
    while (at < needed && cells <= WIDEST) {
      int c = text.codePointAt(at);
      cells += width(c, cells);
      at += Character.charCount(c);
    }
    return cells <= WIDEST ? start : Math.max(start, stepBack(text, start, from));
  }

  /** Some cells before the marked part, never on a mark that belongs to the letter before it. */
  private static int stepBack(String text, int start, int from) {
    int cells = 0;
    int at = from;
    while (at > start && cells < BEFORE_FOCUS) {
      int c = text.codePointBefore(at);
      cells += width(c, 0);
      at -= Character.charCount(c);
    }
    return at;
  }

  private static int width(int codePoint, int cells) {
    return codePoint == '\t' ? TAB - cells % TAB : Printable.width(codePoint);
  }

  private static void append(StringBuilder shown, int codePoint, int width) {
    if (codePoint == '\t') {
      shown.append(" ".repeat(width));
    } else {
      Printable.append(shown, codePoint);
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
