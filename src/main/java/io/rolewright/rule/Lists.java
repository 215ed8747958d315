package io.rolewright.rule;

import java.util.List;

/** Lists in words. */
public final class Lists {

  private Lists() {}

  /** All of the words: {@code a, b and c}; nothing for none. */
  public static String shown(List<String> words) {
    return words.isEmpty() ? "" : shown(words, words.size());
  }

  /**
   * The first {@code most} of the words and how many there are besides: {@code a, b and 3 more}.
   */
  public static String shown(List<String> words, int most) {
    int left = words.size() - most;
    if (left == 1) {
      return shown(words, most + 1);
    }
    List<String> named = left > 0 ? words.subList(0, most) : words;
    String last = left > 0 ? left + " more" : named.get(named.size() - 1);
    List<String> before = left > 0 ? named : named.subList(0, named.size() - 1);
    return before.isEmpty() ? last : String.join(", ", before) + " and " + last;
  }
}
