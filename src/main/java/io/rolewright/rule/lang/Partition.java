package io.rolewright.rule.lang;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;

/** The partition of AWS that a trust policy is written for. */
final class Partition {

  private Partition() {}

  /** As the first principal's ARN has it; {@code aws} where none tells. */
  static String of(PolicyDocument trust) {
    for (Statement statement : trust.statements()) {
      for (PrincipalPattern principal : statement.principal().patterns()) {
        Text text = principal.text();
        String shown = text.hasUnknown() ? "" : text.shown();
        int end = shown.indexOf(':', 4);
        if (shown.startsWith("arn:aws") && end > 0) {
          return shown.substring(4, end);
        }
      }
    }
    return "aws";
  }
}
