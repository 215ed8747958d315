package io.rolewright.report;

import java.util.Locale;

/**
 * Text made fit for a terminal.
 *
 * <p>Input may be hostile: escape sequences could repaint the screen, and directional or invisible
 * characters could make a policy look like another. Such characters are shown as escapes.
 */
final class Printable {

  private Printable() {}

  /** The text with everything that is not plainly visible written as an escape. */
  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /** Appends a character, or the escape that stands for it. */
  static void append(StringBuilder out, int codePoint) {
    if (isVisible(codePoint)) {
      out.appendCodePoint(codePoint);
    } else {
      out.append(escape(codePoint));
    }
  }

  /** How many cells of a terminal {@link #append} takes for a character. */
  static int width(int codePoint) {
    if (codePoint >= ' ' && codePoint < 0x7f) {
      return 1;
    }
    if (!isVisible(codePoint)) {
      return escape(codePoint).length();
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isVisible(int codePoint) {
    if (codePoint >= ' ' && codePoint < 0x7f) {
      return true;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static String escape(int codePoint) {
    return switch (codePoint) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          codePoint < 0x10000
              ? String.format(Locale.ROOT, "\\u%04x", codePoint)
              : String.format(Locale.ROOT, "\\u{%x}", codePoint);
    };
  }

  /** East Asian wide and full-width characters, and emoji, in Unicode's blocks. */
  private static boolean isWide(int c) {
    if (c < 0x1100) {
      return false;
    }
    return c <= 0x115f
        || within(c, 0x2e80, 0x303e)
        || within(c, 0x3041, 0xa4cf)
        || within(c, 0xa960, 0xa97f)
        || within(c, 0xac00, 0xd7a3)
        || within(c, 0xf900, 0xfaff)
        || within(c, 0xfe30, 0xfe6f)
        || within(c, 0xff00, 0xff60)
        || within(c, 0xffe0, 0xffe6)
        || within(c, 0x1f300, 0x1f64f)
        || within(c, 0x1f680, 0x1f6ff)
        || within(c, 0x1f900, 0x1faff)
        || within(c, 0x20000, 0x3fffd);
  }

  private static boolean within(int c, int first, int last) {
    return c >= first && c <= last;
  }
}
