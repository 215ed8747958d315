package io.rolewright.reason;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Numbers that a stranger's account may have: one that the policy does not speak of, and such as
 * its patterns fit. {@code arn:aws:iam::1*:role/x} lets in whoever happens to have such a number.
 */
final class StrangersAccounts {

  private static final int LENGTH = 12;

  private StrangersAccounts() {}

  static Set<String> of(Mentions mentions) {
    Set<String> numbers = new LinkedHashSet<>();
    numbers.add(Strangers.ACCOUNT);
    mentions.of("aws:principalaccount").forEach(text -> add(text, numbers));
    for (Text arn : mentions.of("aws:principalarn")) {
      List<Text> pieces = arn.split(':', 6);
      if (pieces.size() == 6) {
        add(pieces.get(4), numbers);
      }
    }
    return numbers;
  }

  private static void add(Text pattern, Set<String> numbers) {
    if (pattern.is(Strangers.ACCOUNT)) {
      numbers.add(Strangers.OTHER_ACCOUNT);
    } else if (pattern.hasWildcard() && !pattern.isStar()) {
      String digits = digits(pattern);
      if (digits.length() == LENGTH && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        numbers.add(digits);
      }
    }
  }

  /** The first {@code *} makes up for the digits that are missing. */
  private static String digits(Text pattern) {
    String bare = filled(pattern, "");
    int missing = Math.max(0, LENGTH - bare.length());
    return filled(pattern, "9".repeat(missing));
  }

  private static String filled(Text pattern, String run) {
    StringBuilder filled = new StringBuilder();
    String rest = run;
    for (TextPart part : pattern.parts()) {
      if (part instanceof TextPart.AnyRun) {
        filled.append(rest);
        rest = "";
      } else if (part instanceof TextPart.AnyOne) {
        filled.append('9');
      } else {
        filled.append(part.shown());
      }
    }
    return filled.toString();
  }
}
