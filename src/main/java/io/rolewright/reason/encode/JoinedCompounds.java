package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares compounds with templates. */
record JoinedCompounds(Formulas formulas, Shapes shapes) {

  /** That the compound fits one of the templates. */
  Formula in(Compound given, List<Template> templates) {
    Optional<Field> single = given.field();
    boolean plain = templates.stream().allMatch(Template::isPlain);
    if (single.isPresent() && !plain) {
      return formulas.atom(new Atom.Joined(Atom.Test.IN, single.get(), templates));
    }
    List<Formula> ways = new ArrayList<>();
    List<Template> fixed = templates.stream().filter(Template::isPlain).toList();
    ways.add(widened(given, fixed));
    for (Template template : templates) {
      if (!template.isPlain()) {
        ways.add(cut(given, template));
      }
    }
    return formulas.or(ways);
  }

  private Formula widened(Compound given, List<Template> templates) {
    return given.in(
        Language.of(templates.stream().map(Template::widened).toList()), formulas, shapes);
  }

  private Formula cut(Compound given, Template template) {
    String name = given + " fits `" + Written.of(template) + "`";
    return formulas.and(widened(given, List.of(template)), formulas.symbol(name));
  }
}
