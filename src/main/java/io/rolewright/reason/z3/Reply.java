package io.rolewright.reason.z3;

import java.util.HashMap;
import java.util.Map;

/** What Z3 says to a question. */
sealed interface Reply {

  /** Why most that is not known is not. */
  String SPENT = "Z3 did not decide it with the effort allowed";

  /** There are values; those asked for, by name. */
  record Sat(Map<String, SExpression> values) implements Reply {}

  /** There are none. */
  record Unsat() implements Reply {}

  /** Not known. */
  record Unknown(String reason) implements Reply {}

  /** Z3 itself failed; whoever gets it should not ask the same process again. */
  record Failed(String reason) implements Reply {

    Unknown unknown() {
      return new Unknown(reason);
    }
  }

  /**
   * Reads the answer to {@code (check-sat)} and what was asked for next.
   *
   * @param more values after {@code sat}; the reason after {@code unknown}
   */
  static Reply of(String verdict, String more) {
    return switch (verdict) {
      case "sat" -> new Sat(values(more));
      case "unsat" -> new Unsat();
      case "unknown" -> new Unknown(isSpent(more) ? SPENT : "Z3 does not know: " + more);
      default -> new Failed("Z3 failed: " + more.lines().findFirst().orElse(verdict));
    };
  }

  private static boolean isSpent(String reason) {
    return reason.equals("canceled") || reason.contains("resource limit");
  }

  private static Map<String, SExpression> values(String written) {
    Map<String, SExpression> values = new HashMap<>();
    if (!written.isBlank()) {
      for (SExpression pair : SExpression.read(written).parts()) {
        values.put(pair.parts().get(0).word(), pair.parts().get(1));
      }
    }
    return values;
  }
}
