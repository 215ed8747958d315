package io.rolewright.analyze.cases;

import io.rolewright.model.Statement;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Request;
import java.util.List;

/** Says in one line why a request was decided as it was. */
final class ReasonWords {

  private ReasonWords() {}

  static String of(Decision decision, Request request) {
    ReasonCode reason = decision.reason();
    String action = "`" + request.action() + "`";
    if (reason == ReasonCode.CALL_INVALID) {
      return "AWS does not take " + action + " from such a caller";
    }
    if (reason.isAllow()) {
      return allowed(reason, decision.deciding(), action);
    }
    String layer = reason.layer().map(l -> l.described()).orElse("a policy");
    String verb = layer.contains("policies") ? "deny " : "denies ";
    String not = layer.contains("policies") ? "do not allow " : "does not allow ";
    return reason.isExplicitDeny()
        ? layer + " " + verb + action + by(decision.deciding())
        : layer + " " + not + action;
  }

  private static String allowed(ReasonCode reason, List<Statement> deciding, String action) {
    String who =
        switch (reason) {
          case ALLOW_RESOURCE -> "the policy of the resource allows ";
          case ALLOW_ROOT -> "the root user needs no policy for ";
          case ALLOW_BOTH_SIDES -> "both accounts allow ";
          default -> "the identity policies of the caller allow ";
        };
    return who + action + by(deciding);
  }

  private static String by(List<Statement> deciding) {
    return deciding.isEmpty() ? "" : " by " + deciding.get(0).shown();
  }
}
