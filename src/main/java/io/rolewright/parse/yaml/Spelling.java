package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.Characters;
import io.rolewright.source.SourceFile;
import java.util.Arrays;

/** Characters being decoded, each with the offsets of what spells it. */
final class Spelling {

  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  void add(char c, int start, int end) {
    if (text.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(c);
  }

  /** Adds the units of a code point, all spelled by the same characters. */
  void addCodePoint(int codePoint, int start, int end) {
    for (char c : Character.toChars(codePoint)) {
      add(c, start, end);
    }
  }

  /** Whether the decoded text is {@code expected}, or begins with it. */
  boolean gives(String expected) {
    return text.length() >= expected.length()
        && expected.contentEquals(text.subSequence(0, expected.length()));
  }

  /** The first characters. */
  Characters of(SourceFile file, int length) {
    return Characters.decoded(
        Characters.ofFile(file),
        text.substring(0, length),
        Arrays.copyOf(starts, length),
        Arrays.copyOf(ends, length));
  }
}
