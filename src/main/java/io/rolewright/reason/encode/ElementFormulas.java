package io.rolewright.reason.encode;

import io.rolewright.model.ActionElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Text;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.source.Origin;
import java.util.List;

/** Says which actions and resources a statement is about (R1.17 to R1.25). */
final class ElementFormulas {

  private final Formulas formulas;
  private final TextFormulas texts;

  ElementFormulas(Terms terms) {
    this.formulas = terms.formulas();
    this.texts = new TextFormulas(terms);
  }

  /** That the request's action is covered. */
  Formula covers(ActionElement element) {
    Formula any = any(Terms.ACTION, Reading.ACTION, element.patterns());
    return element.match(
        listed -> any,
        except -> except(any, except.patterns()),
        absent -> open("action", absent.origin()));
  }

  /** That the request's resource is covered. */
  Formula covers(ResourceElement element) {
    Formula any = any(Terms.RESOURCE, Reading.RESOURCE, element.patterns());
    return element.match(
        listed -> any,
        except -> except(any, except.patterns()),
        absent -> open("resource", absent.origin()));
  }

  private Formula any(Field field, Reading reading, List<Text> patterns) {
    return texts.matches(Compound.of(field), reading, patterns);
  }

  /** An empty list covers nothing, excepted or not (R1.8). */
  private Formula except(Formula any, List<Text> patterns) {
    return patterns.isEmpty() ? formulas.no() : formulas.not(any);
  }

  /** A statement without the element may be about anything. */
  private Formula open(String element, Origin at) {
    return formulas.symbol("the " + element + " is covered by the statement at " + at);
  }
}
