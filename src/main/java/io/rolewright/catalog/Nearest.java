package io.rolewright.catalog;

import java.util.List;

/** Did-you-mean, as the end of a message. */
public final class Nearest {

  private Nearest() {}

  /** Such as {@code ; did you mean `allows`?}; empty where nothing is near. */
  public static String question(String wanted, Iterable<String> names) {
    List<String> near = Suggestions.nearest(wanted, names);
    return near.isEmpty() ? "" : "; did you mean `" + String.join("` or `", near) + "`?";
  }
}
