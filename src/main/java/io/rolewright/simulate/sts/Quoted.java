package io.rolewright.simulate.sts;

/** Text of a call as a message shows it: in backticks, on one line, not too long. */
final class Quoted {

  private static final int LONGEST = 80;

  private Quoted() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder("`");
    text.codePoints()
        .limit(LONGEST)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .map(c -> c == '`' ? '\'' : c)
        .forEach(shown::appendCodePoint);
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append('…');
    }
    return shown.append('`').toString();
  }
}
