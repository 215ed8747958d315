package io.rolewright.parse.yaml;

import java.util.Arrays;

/** Converts the parser's marks, which count code points, to UTF-16 offsets. */
final class CodePoints {

  private static final int STEP = 1024;

  private final String text;
  private final int[] checkpoints; // offset of each STEP-th code point; none: all are one unit

  CodePoints(String text) {
    this.text = text;
    this.checkpoints = checkpoints(text);
  }

  private static int[] checkpoints(String text) {
    int[] found = new int[text.length() / STEP + 1];
    int count = 0;
    boolean wide = false;
    for (int at = 0; at < text.length(); count++) {
      if (count % STEP == 0) {
        found[count / STEP] = at;
      }
      int size = Character.charCount(text.codePointAt(at));
      wide |= size == 2;
      at += size;
    }
    return wide ? Arrays.copyOf(found, (count + STEP - 1) / STEP) : new int[0];
  }

  /** The offset of the code point with this index, counted from 0. */
  int offsetOf(int index) {
    if (checkpoints.length == 0) {
      return Math.min(index, text.length());
    }
    int checkpoint = Math.min(index / STEP, checkpoints.length - 1);
    int at = checkpoints[checkpoint];
    for (int i = checkpoint * STEP; i < index && at < text.length(); i++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }
}
