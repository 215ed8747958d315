package io.rolewright.rule.check;

import io.rolewright.model.Condition;
import io.rolewright.rule.Change;
import io.rolewright.rule.Fix;
import java.util.List;
import java.util.function.UnaryOperator;

/** Fixes that give conditions another operator. */
final class Operators {

  private static final String IF_EXISTS = "IfExists";

  private Operators() {}

  /** Without {@code IfExists}. */
  static Fix strict(List<Condition> lax) {
    return renamed(lax, name -> name.substring(0, name.length() - IF_EXISTS.length()));
  }

  /** With {@code IfExists}. */
  static Fix lax(List<Condition> strict) {
    return renamed(strict, name -> name + IF_EXISTS);
  }

  private static Fix renamed(List<Condition> conditions, UnaryOperator<String> name) {
    Condition first = conditions.get(0);
    String title =
        "replace `" + first.operatorName() + "` by `" + name.apply(first.operatorName()) + "`";
    List<Change> changes =
        conditions.stream()
            .<Change>map(c -> new Change.ChangeOperator(c.origin(), name.apply(c.operatorName())))
            .toList();
    return new Fix(title, changes);
  }
}
