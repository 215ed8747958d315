package io.rolewright.rule.word;

import io.rolewright.model.Condition;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.rule.Estate;
import io.rolewright.rule.lang.Scope;
import java.util.ArrayList;
import java.util.List;

/** Whether a statement would say something else if the number of the own account were known. */
final class OwnNumber {

  private static final String KEY = "aws:resourceaccount";
  private static final int DIGITS = 12;

  private OwnNumber() {}

  /** Such a statement names the own account and others, or asks for the account of the role. */
  static boolean decides(Scope scope, Statement statement) {
    if (!scope.owner().equals(Estate.UNNAMED_ACCOUNT)) {
      return false;
    }
    List<Text> texts = new ArrayList<>();
    statement.principal().patterns().stream().map(PrincipalPattern::text).forEach(texts::add);
    for (Condition condition : statement.conditions()) {
      if (condition.keyName().equals(KEY)) {
        return true;
      }
      texts.addAll(condition.values());
    }
    boolean asked =
        texts.stream()
            .flatMap(text -> text.variables().stream())
            .anyMatch(variable -> variable.key().equalsIgnoreCase(KEY));
    return asked
        || texts.stream().anyMatch(OwnNumber::isOwn) && texts.stream().anyMatch(OwnNumber::isOther);
  }

  private static boolean isOwn(Text text) {
    return text.parts().stream().anyMatch(TextPart.OwnAccount.class::isInstance);
  }

  /** Twelve digits in a row, somewhere. */
  private static boolean isOther(Text text) {
    int digits = 0;
    for (char c : text.shown().toCharArray()) {
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits == DIGITS) {
        return true;
      }
    }
    return false;
  }
}
