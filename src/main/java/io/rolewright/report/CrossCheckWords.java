package io.rolewright.report;

import io.rolewright.analyze.CrossChecked;
import java.util.ArrayList;
import java.util.List;

/** What came of looking at answers again, in lines for people. */
public final class CrossCheckWords {

  /** So many reasons are told; a report for programs has all. */
  private static final int MOST_REASONS = 3;

  private static final int LONGEST_REASON = 300;

  private CrossCheckWords() {}

  /** One line if all is well; differences have a line each. */
  public static List<String> of(CrossChecked checked) {
    if (checked.unavailable().isPresent()) {
      return List.of("error: `--cross-check` needs Z3: " + checked.unavailable().get());
    }
    List<String> lines = new ArrayList<>();
    for (String difference : checked.differences()) {
      lines.add("internal error: two ways to decide differ: " + Printable.of(difference));
    }
    if (!lines.isEmpty()) {
      lines.add("this is a bug in Rolewright: please report it with these policies");
    }
    lines.add(summary(checked));
    return lines;
  }

  private static String summary(CrossChecked checked) {
    int open = checked.uncheckedCount();
    int wrong = checked.differences().size();
    return "cross-check: "
        + (checked.total() == 1 ? "1 answer" : checked.total() + " answers")
        + " looked at again with Z3: "
        + (checked.agreed() == 1 ? "1 agrees" : checked.agreed() + " agree")
        + (wrong == 0 ? "" : ", " + wrong + (wrong == 1 ? " differs" : " differ"))
        + (open == 0 ? "" : ", " + open + " could not be checked (" + reasons(checked) + ")");
  }

  private static String reasons(CrossChecked checked) {
    List<String> told = new ArrayList<>();
    for (String reason : checked.unchecked().keySet()) {
      if (told.size() < MOST_REASONS) {
        told.add(Printable.of(shortened(reason)));
      }
    }
    int more = checked.unchecked().size() - told.size();
    return String.join("; ", told) + (more == 0 ? "" : "; and " + more + " other reasons");
  }

  private static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "...";
  }
}
