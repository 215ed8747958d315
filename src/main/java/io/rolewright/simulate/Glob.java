package io.rolewright.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pattern of characters, {@code ?} and {@code *}, ready to be compared: the stretches between
 * stars, of which the first must stand at the beginning of the value, the last at its end, and the
 * others somewhere between in this order. Worst case: the product of both lengths.
 */
final class Glob {

  /** Stands for exactly one character in a stretch. */
  private static final int ONE = -1;

  private final int[][] stretches;
  private final int shortest;

  private Glob(int[][] stretches) {
    this.stretches = stretches;
    this.shortest = Arrays.stream(stretches).mapToInt(s -> s.length).sum();
  }

  /** Puts a pattern together, piece by piece. */
  static final class Builder {

    private final List<int[]> stretches = new ArrayList<>();
    private int[] stretch = new int[16];
    private int length;

    Builder characters(String text) {
      for (int i = 0; i < text.length(); i++) {
        add(text.charAt(i));
      }
      return this;
    }

    Builder one() {
      add(ONE);
      return this;
    }

    Builder run() {
      stretches.add(Arrays.copyOf(stretch, length));
      length = 0;
      return this;
    }

    private void add(int c) {
      if (length == stretch.length) {
        stretch = Arrays.copyOf(stretch, 2 * length);
      }
      stretch[length++] = c;
    }

    Glob build() {
      run();
      return new Glob(stretches.toArray(new int[0][]));
    }
  }

  /** Whether the whole of {@code value} fits. */
  boolean matches(String value) {
    int last = stretches.length - 1;
    if (value.length() < shortest) {
      return false;
    }
    if (last == 0) {
      return value.length() == shortest && fits(stretches[0], value, 0);
    }
    int end = value.length() - stretches[last].length;
    return fits(stretches[0], value, 0)
        && fits(stretches[last], value, end)
        && between(value, stretches[0].length, end);
  }

  /** Each stretch is taken at its first place, which leaves most room for those after it. */
  private boolean between(String value, int from, int end) {
    int at = from;
    for (int i = 1; i < stretches.length - 1; i++) {
      while (at + stretches[i].length <= end && !fits(stretches[i], value, at)) {
        at++;
      }
      at += stretches[i].length;
      if (at > end) {
        return false;
      }
    }
    return at <= end;
  }

  private static boolean fits(int[] stretch, String value, int at) {
    for (int i = 0; i < stretch.length; i++) {
      if (stretch[i] != ONE && stretch[i] != value.charAt(at + i)) {
        return false;
      }
    }
    return true;
  }
}
