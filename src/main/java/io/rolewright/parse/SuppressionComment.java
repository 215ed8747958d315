package io.rolewright.parse;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The words of a comment: {@code rolewright: ignore TP001, XA001 until 2027-01-31 -- reason}. */
final class SuppressionComment {

  private static final String MARK = "rolewright";

  private SuppressionComment() {}

  /**
   * What a comment says.
   *
   * @param mistake why it cannot be read; the rest counts only where this is empty
   */
  record Parsed(
      Set<String> rules, String reason, Optional<LocalDate> expires, Optional<String> mistake) {}

  /** Whether a comment is for Rolewright and not merely about it. */
  static boolean isMeant(String comment) {
    String text = comment.strip();
    if (!text.regionMatches(true, 0, MARK, 0, MARK.length())) {
      return false;
    }
    String rest = text.substring(MARK.length()).stripLeading();
    return rest.startsWith(":") || rest.regionMatches(true, 0, "ignore ", 0, 7);
  }

  /** Takes apart a comment that {@link #isMeant}. */
  static Parsed parse(String comment) {
    String text = comment.strip().substring(MARK.length()).stripLeading();
    if (!text.startsWith(":")) {
      return mistake("write `rolewright: ignore`, with a colon");
    }
    int dashes = text.indexOf("--");
    String reason = dashes < 0 ? "" : text.substring(dashes + 2).strip();
    String command = (dashes < 0 ? text : text.substring(0, dashes)).substring(1);
    List<String> words = List.of(command.replace(",", " , ").strip().split("\\s+"));
    if (!words.get(0).equals("ignore")) {
      return mistake("unknown word `" + words.get(0) + "`; the only one is `ignore`");
    }
    return ignore(words.subList(1, words.size()), reason);
  }

  private static Parsed ignore(List<String> words, String reason) {
    int until = words.indexOf("until");
    List<String> ruleWords = until < 0 ? words : words.subList(0, until);
    Set<String> rules = new LinkedHashSet<>();
    boolean comma = true;
    for (String word : ruleWords) {
      if (word.equals(",")) {
        comma = true;
      } else if (!comma) {
        return mistake(
            "unexpected `" + word + "`; commas part rules, and a reason comes after `--`");
      } else {
        rules.add(word);
        comma = false;
      }
    }
    if (rules.isEmpty()) {
      return mistake("the suppression names no rule");
    }
    return until < 0
        ? new Parsed(rules, reason, Optional.empty(), Optional.empty())
        : expiring(rules, words.subList(until + 1, words.size()), reason);
  }

  private static Parsed expiring(Set<String> rules, List<String> words, String reason) {
    if (words.size() != 1) {
      return mistake("one date must follow `until`; a reason comes after `--`");
    }
    try {
      LocalDate last = LocalDate.parse(words.get(0));
      return new Parsed(rules, reason, Optional.of(last), Optional.empty());
    } catch (DateTimeParseException e) {
      return mistake("`" + words.get(0) + "` is no date; write it as `2027-01-31`");
    }
  }

  private static Parsed mistake(String message) {
    return new Parsed(Set.of(), "", Optional.empty(), Optional.of(message));
  }
}
