package io.rolewright.parse.policy;

import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the name of a file tells of the policy in it.
 *
 * @param stem the file's name without folders and without its last extension
 * @param folder the name of the folder right above it, or empty
 */
public record FileName(String stem, String folder) {

  /** The name of a file as reported, with forward slashes. */
  public static FileName of(SourceFile file) {
    String path = file.name();
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    int dot = name.lastIndexOf('.');
    String above = slash < 0 ? "" : path.substring(0, slash);
    return new FileName(
        dot > 0 ? name.substring(0, dot) : name, above.substring(above.lastIndexOf('/') + 1));
  }

  /**
   * The words of a name in lower case: {@code vendorTrust-policy2} has the words {@code vendor},
   * {@code trust} and {@code policy2}.
   */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
      if (hump || !Character.isLetterOrDigit(c)) {
        flush(word, words);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      }
    }
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
