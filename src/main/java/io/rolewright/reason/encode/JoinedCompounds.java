package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares compounds with templates. A template is cut where the compound is; where a hole may lie
 * across such a cut, a symbol says whether it does so rightly.
 */
record JoinedCompounds(Formulas formulas, Shapes shapes) {

  /** That the compound fits one of the templates. */
  Formula in(Compound given, List<Template> templates) {
    Optional<Field> single = given.field();
    if (single.isPresent()) {
      return in(single.get(), templates);
    }
    List<Formula> ways = new ArrayList<>();
    ways.add(widened(given, templates.stream().filter(Template::isPlain).toList()));
    for (Template template : templates) {
      if (!template.isPlain()) {
        ways.add(with(given, template));
      }
    }
    return formulas.or(ways);
  }

  /** What is compared with itself alone is equal if it is there. */
  private Formula in(Field field, List<Template> templates) {
    Template itself = new Template(Compound.of(field).pieces(), false);
    return templates.contains(itself) || templates.contains(new Template(itself.pieces(), true))
        ? formulas.present(field)
        : formulas.atom(new Atom.Joined(Atom.Test.IN, field, templates));
  }

  private Formula widened(Compound given, List<Template> templates) {
    return given.in(
        Language.of(templates.stream().map(Template::widened).toList()), formulas, shapes);
  }

  private Formula with(Compound given, Template template) {
    if (template.pieces().equals(given.pieces())) {
      return given.present(formulas);
    }
    Optional<String> constant = given.constant();
    if (constant.isPresent() && isCompound(template)) {
      Pattern text = Pattern.literal(constant.get());
      Pattern wanted = template.ignoringCase() ? text.ignoringCase() : text;
      return new Compound(template.pieces()).in(Language.of(List.of(wanted)), formulas, shapes);
    }
    if (!Marked.isPossible(template)) {
      return loosely(given, template);
    }
    Marked marked = new Marked(template);
    Formula cut = cut(given, marked);
    return new HoleSplits(formulas, shapes, marked, given).arePossible()
        ? formulas.or(cut, loosely(given, template))
        : cut;
  }

  private static boolean isCompound(Template template) {
    return template.pieces().stream()
        .allMatch(
            piece ->
                piece instanceof Piece.Letters
                    || piece instanceof Piece.Hole hole && hole.otherwise().isEmpty());
  }

  /** That it fits with no hole across a cut. */
  private Formula cut(Compound given, Marked marked) {
    Products.Factors factors =
        new Products.Factors() {
          @Override
          public Formula in(Field field, Language language) {
            return JoinedCompounds.this.in(
                field, language.patterns().stream().map(marked::unmarked).toList());
          }

          @Override
          public boolean canFit(Field field, Pattern pattern) {
            return shapes.canFit(field, marked.unmarked(pattern).widened());
          }
        };
    return new Products(given.pieces(), formulas, factors)
        .in(Language.of(List.of(marked.pattern())));
  }

  private Formula loosely(Compound given, Template template) {
    String name = given + " fits `" + Written.of(template) + "`";
    return formulas.and(widened(given, List.of(template)), formulas.symbol(name));
  }
}
