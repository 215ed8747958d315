package io.rolewright.cli;

import io.rolewright.analyze.CrossChecked;
import io.rolewright.report.CrossCheckWords;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The option {@code --cross-check}: every answer is looked at again by other means. */
final class CrossChecking {

  private static final String NAME = "--cross-check";

  private CrossChecking() {}

  static OptionSpec option() {
    return Typed.flag(
        "Look at every answer again with Z3, a solver that knows nothing of ours: slower. A"
            + " difference is a bug and exits with 2.",
        NAME);
  }

  static boolean isWanted(ParseResult typed) {
    return typed.hasMatchedOption(NAME);
  }

  /** Tells what came of it, and returns the exit code. */
  static int exitCode(int code, Optional<CrossChecked> checked, Terminal terminal) {
    if (checked.isEmpty()) {
      return code;
    }
    CrossCheckWords.of(checked.get()).forEach(terminal::say);
    boolean wrong =
        checked.get().unavailable().isPresent() || !checked.get().differences().isEmpty();
    return wrong ? Exit.FAILED : code;
  }
}
