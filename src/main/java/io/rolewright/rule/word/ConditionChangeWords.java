package io.rolewright.rule.word;

import static io.rolewright.rule.word.Kinds.CONDITION;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.lang.Words;
import java.util.List;
import java.util.Optional;

/** Words that change a test, or the tests of a statement, to see what it does. */
final class ConditionChangeWords {

  private ConditionChangeWords() {}

  static void add(Words words) {
    words.word(
        "only",
        STATEMENT,
        CONDITION.list(),
        STATEMENT,
        "The statement with these tests alone.",
        (scope, s, tests) -> s.with(tests));
    words.word(
        "plain",
        CONDITION,
        CONDITION,
        "The test with its operator free of `ForAllValues:` and `ForAnyValue:`.",
        (scope, c) -> c.operator().map(o -> changed(c, plain(o))));
    words.word(
        "orAbsent",
        CONDITION,
        CONDITION,
        "The test as one that also holds where the key is absent.",
        (scope, c) -> c.operator().flatMap(o -> orAbsent(c, o)));
    words.word(
        "wild",
        CONDITION,
        CONDITION,
        "The test with `StringLike` in place of `StringEquals`, and the same of the `…Not…` forms,"
            + " so that `*` and `?` are wildcards.",
        (scope, c) -> c.operator().flatMap(o -> wild(c, o)));
    words.word(
        "ofEveryAction",
        STATEMENT,
        STATEMENT,
        "The statement for all actions.",
        (scope, s) -> everyAction(s));
    words.word(
        "ofEveryone",
        STATEMENT,
        STATEMENT,
        "The statement for all principals.",
        (scope, s) -> everyone(s));
  }

  private static ConditionOperator plain(ConditionOperator o) {
    return new ConditionOperator(
        o.comparison(), o.negated(), ConditionOperator.SetQualifier.NONE, o.ifExists());
  }

  /** A test of presence itself has no such form. */
  private static Optional<Condition> orAbsent(Condition c, ConditionOperator o) {
    return o.comparison() == ConditionOperator.Comparison.NULL
        ? Optional.empty()
        : Optional.of(
            changed(c, new ConditionOperator(o.comparison(), o.negated(), o.set(), true)));
  }

  /** An operator that leaves letter case aside has no such form: {@code StringLike} does not. */
  private static Optional<Condition> wild(Condition c, ConditionOperator o) {
    if (o.comparison() != ConditionOperator.Comparison.STRING_EQUALS) {
      return Optional.empty();
    }
    ConditionOperator like =
        new ConditionOperator(
            ConditionOperator.Comparison.STRING_LIKE, o.negated(), o.set(), o.ifExists());
    int suffix = c.operatorName().lastIndexOf("Equals");
    String name =
        c.operatorName().substring(0, suffix)
            + "Like"
            + c.operatorName().substring(suffix + "Equals".length());
    return Optional.of(
        new Condition(
            c.origin(),
            c.operatorAt(),
            name,
            Optional.of(like),
            c.key(),
            c.valuesAt(),
            c.values()));
  }

  private static Condition changed(Condition c, ConditionOperator operator) {
    String name = c.operatorName();
    if (operator.set() == ConditionOperator.SetQualifier.NONE) {
      name = name.substring(name.indexOf(':') + 1);
    }
    boolean longer = operator.ifExists() && !name.endsWith("IfExists");
    return new Condition(
        c.origin(),
        c.operatorAt(),
        longer ? name + "IfExists" : name,
        Optional.of(operator),
        c.key(),
        c.valuesAt(),
        c.values());
  }

  private static Statement everyAction(Statement s) {
    Text all = Text.pattern(s.action().origin(), "*");
    return new Statement(
        s.origin(),
        s.sid(),
        s.effect(),
        s.effectAt(),
        s.principal(),
        new ActionElement.Listed(s.action().origin(), List.of(all)),
        s.resource(),
        s.conditions());
  }

  private static Statement everyone(Statement s) {
    return s.with(
        new PrincipalElement.Listed(
            s.principal().origin(),
            List.of(new PrincipalPattern.Everyone(s.principal().origin(), true))));
  }
}
