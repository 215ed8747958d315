package io.rolewright.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A word that external IDs are made of where nobody has thought of one.
 *
 * @param word in lower case
 * @param kind {@code vendor} of a vendor's name, else {@code common}
 */
public record ExternalIdWord(String word, String kind) {

  private static final int LONGEST = 40;

  private static final class Shipped {
    static final Map<String, ExternalIdWord> WORDS = new TreeMap<>();

    static {
      for (var row : Table.shipped("external-id-words.tsv").rows()) {
        WORDS.put(row.get(0), new ExternalIdWord(row.get(0), row.get(1)));
      }
    }
  }

  /**
   * Whether a text is nothing but such words in a row, in any letter case, whatever stands between
   * them that is neither letter nor digit, and with up to four digits behind them such as a year.
   */
  public static boolean makesUp(String text) {
    String rest = letters(text);
    int digits = 0;
    while (digits < rest.length() && Character.isDigit(rest.charAt(rest.length() - 1 - digits))) {
      digits++;
    }
    if (rest.isEmpty() || rest.length() > LONGEST) {
      return false;
    }
    for (int gone = 0; gone <= Math.min(digits, 4); gone++) {
      if (gone < rest.length() && isRow(rest.substring(0, rest.length() - gone))) {
        return true;
      }
    }
    return false;
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /** Whether the text can be cut into words; {@code ends} tells where a word can end. */
  private static boolean isRow(String text) {
    boolean[] ends = new boolean[text.length() + 1];
    ends[0] = true;
    for (int from = 0; from < text.length(); from++) {
      for (int to = from + 1; ends[from] && to <= text.length(); to++) {
        ends[to] |= Shipped.WORDS.containsKey(text.substring(from, to));
      }
    }
    return ends[text.length()];
  }
}
