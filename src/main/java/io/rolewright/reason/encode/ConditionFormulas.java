package io.rolewright.reason.encode;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.ConditionOperator.SetQualifier;
import io.rolewright.model.Text;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says when a condition holds (section 1.5 of the semantics; option A of what is uncertain). */
final class ConditionFormulas {

  private final Formulas formulas;
  private final KeyForms keys;
  private final KeyPresence presence;
  private final Written written;
  private final TextFormulas texts;
  private final LineFormulas lines;

  ConditionFormulas(Terms terms) {
    this.formulas = terms.formulas();
    this.keys = terms.keys();
    this.presence = new KeyPresence(formulas);
    this.written = new Written(terms.owner());
    this.texts = new TextFormulas(terms);
    this.lines = new LineFormulas(terms);
  }

  /** Holds of exactly the requests of which the condition does. */
  Formula holds(Condition condition) {
    Optional<ConditionOperator> operator = condition.operator();
    if (operator.isEmpty() || condition.key().hasUnknown()) {
      return open(condition);
    }
    KeyForm form = keys.of(condition.keyName());
    if (operator.get().comparison() == Comparison.NULL) {
      return isNull(condition, form);
    }
    return holds(operator.get(), form, condition.values());
  }

  private Formula holds(ConditionOperator operator, KeyForm form, List<Text> wanted) {
    Formula matched = matched(operator, form, wanted);
    if (operator.set() == SetQualifier.NONE) {
      // nothing matches an absent key
      return operator.ifExists() ? formulas.or(formulas.not(presence.of(form)), matched) : matched;
    }
    Formula present = presence.forSets(form);
    return operator.ifExists() || operator.set() == SetQualifier.FOR_ALL_VALUES
        ? formulas.or(formulas.not(present), matched)
        : formulas.and(present, matched);
  }

  /** Nobody knows what it asks. */
  private Formula open(Condition condition) {
    List<String> shown = condition.values().stream().map(written::of).toList();
    String test = condition.operatorName() + " " + written.of(condition.key());
    return formulas.symbol(test.strip() + " `" + String.join("` or `", shown) + "`");
  }

  /** R1.31. */
  private Formula isNull(Condition condition, KeyForm form) {
    Formula present = presence.of(form);
    List<Formula> any = new ArrayList<>();
    for (Text text : condition.values()) {
      Optional<String> plain = text.plain();
      if (plain.isEmpty()) {
        any.add(formulas.symbol(condition.keyName() + " is null as `" + written.of(text) + "`"));
      } else if (plain.get().equalsIgnoreCase("true")) {
        any.add(formulas.not(present));
      } else if (plain.get().equalsIgnoreCase("false")) {
        any.add(present);
      }
    }
    return formulas.or(any);
  }

  /** What the test says of a key that is there; of a plain test also of one that is not. */
  private Formula matched(ConditionOperator operator, KeyForm form, List<Text> wanted) {
    if (wanted.isEmpty()) {
      return formulas.constant(operator.negated()); // R1.42, U14
    }
    // a key of several values: any may match, negated none may (R1.36, U13)
    boolean all =
        switch (operator.set()) {
          case FOR_ALL_VALUES -> true;
          case FOR_ANY_VALUE -> false;
          case NONE -> operator.negated();
        };
    if (operator.negated()) {
      return formulas.not(all ? some(operator, form, wanted) : every(operator, form, wanted));
    }
    return all ? every(operator, form, wanted) : some(operator, form, wanted);
  }

  private Formula some(ConditionOperator operator, KeyForm form, List<Text> wanted) {
    return form instanceof KeyForm.Many many
        ? texts.some(many.set(), operator.comparison(), wanted)
        : matches(operator.comparison(), form, wanted);
  }

  private Formula every(ConditionOperator operator, KeyForm form, List<Text> wanted) {
    return form instanceof KeyForm.Many many
        ? texts.every(many.set(), operator.comparison(), wanted)
        : matches(operator.comparison(), form, wanted);
  }

  /** That the only value of the key matches. */
  private Formula matches(Comparison comparison, KeyForm form, List<Text> wanted) {
    if (form instanceof KeyForm.One one) {
      return texts.matches(one.text(), comparison, wanted);
    }
    return form instanceof KeyForm.Line line
        ? lines.matches(line, comparison, wanted)
        : formulas.no();
  }
}
