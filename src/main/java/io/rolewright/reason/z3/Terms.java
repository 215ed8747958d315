package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Formulas as terms of a question; each part is written once and has a name from then on. */
final class Terms {

  private final Question question;
  private final Function<Atom, String> atoms;
  private final Map<Formula, String> names = new HashMap<>();

  Terms(Question question, Function<Atom, String> atoms) {
    this.question = question;
    this.atoms = atoms;
  }

  String of(Formula formula) {
    String known = names.get(formula);
    if (known == null) {
      known = written(formula);
      names.put(formula, known);
    }
    return known;
  }

  private String written(Formula formula) {
    return formula.match(
        new Formula.Cases<>(
            constant -> String.valueOf(constant.value()),
            atomic -> question.define("Bool", atoms.apply(atomic.atom())),
            not -> Smt.not(of(not.inner())),
            and -> question.define("Bool", Smt.tree("and", all(and.parts()))),
            or -> question.define("Bool", Smt.tree("or", all(or.parts())))));
  }

  private List<String> all(List<Formula> parts) {
    return parts.stream().map(this::of).toList();
  }
}
