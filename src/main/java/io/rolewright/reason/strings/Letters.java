package io.rolewright.reason.strings;

import java.util.Arrays;

/** Which letters a place in a pattern tells apart, and which letter stands for all others. */
final class Letters {

  /** What people expect to read where anything may stand. */
  private static final String READABLE =
      "xyzabcdefghijklmnopqrstuvw0123456789-_/XYZABCDEFGHIJKLMNOPQRSTUVW.@=+,";

  private Letters() {}

  /**
   * Ascending: every letter that some of the nodes wait for, in any case where they do, and the
   * colon if some take all but a colon. All letters that are not among these do the same.
   */
  static char[] toldApart(Trie trie, int[] nodes) {
    char[] letters = new char[16];
    int count = 0;
    for (int node : nodes) {
      boolean colon = trie.isRun(node) && !trie.isFreeRun(node);
      for (int child = trie.firstChild(node); child < trie.endOfChildren(node); child++) {
        int token = trie.token(child);
        if (Token.isLetter(token)) {
          char[] same = originals(token);
          if (count + same.length + 1 > letters.length) {
            letters = Arrays.copyOf(letters, 2 * letters.length + same.length);
          }
          System.arraycopy(same, 0, letters, count, same.length);
          count += same.length;
        }
        colon |= token == Token.ONE_WITHOUT_COLON;
      }
      if (colon) {
        if (count == letters.length) {
          letters = Arrays.copyOf(letters, 2 * count);
        }
        letters[count++] = ':';
      }
    }
    return distinct(Arrays.copyOf(letters, count));
  }

  /** The letters that a letter token takes. */
  static char[] originals(int token) {
    char letter = Token.letter(token);
    return Token.isAnyCase(token) ? Folding.unfold(letter) : new char[] {letter};
  }

  /** Ascending, each once. */
  static char[] distinct(char[] letters) {
    Arrays.sort(letters);
    int count = 0;
    for (int i = 0; i < letters.length; i++) {
      if (i == 0 || letters[i] != letters[i - 1]) {
        letters[count++] = letters[i];
      }
    }
    return Arrays.copyOf(letters, count);
  }

  /**
   * A letter that is not among {@code ascending}, the most readable one; a colon only if there is
   * no other.
   *
   * @return -1 if there is none, which takes a pattern for each of 65,536 letters
   */
  static int other(char[] ascending) {
    for (int i = 0; i < READABLE.length(); i++) {
      if (Arrays.binarySearch(ascending, READABLE.charAt(i)) < 0) {
        return READABLE.charAt(i);
      }
    }
    for (int c = '!'; c <= Character.MAX_VALUE; c++) {
      if (c != ':' && isPlain(c) && Arrays.binarySearch(ascending, (char) c) < 0) {
        return c;
      }
    }
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (Arrays.binarySearch(ascending, (char) c) < 0) {
        return c;
      }
    }
    return -1;
  }

  /** Letters that have no other case, are shown and are no half of a pair. */
  private static boolean isPlain(int c) {
    return !Character.isISOControl(c)
        && !Character.isSurrogate((char) c)
        && Character.isDefined(c)
        && !Character.isWhitespace(c);
  }

  /** No letter has a higher rank. */
  static final int WORST_RANK = 5;

  /** The lower, the sooner a letter is tried where several would do. */
  static int rank(char c) {
    if (c >= 'a' && c <= 'z') {
      return 0;
    }
    if (c >= '0' && c <= '9') {
      return 1;
    }
    if (c >= 'A' && c <= 'Z') {
      return 2;
    }
    if (c > ' ' && c < 0x7F) {
      return 3;
    }
    return Character.isSurrogate(c) || Character.isUpperCase(c) ? WORST_RANK : 4;
  }
}
