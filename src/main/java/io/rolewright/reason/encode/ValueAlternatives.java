package io.rolewright.reason.encode;

import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Text;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts that values match which are compared as something else than texts. Those of numbers,
 * dates and addresses are too many to list: a symbol says whether one of them is there.
 */
final class ValueAlternatives {

  private final Formulas formulas;
  private final Values values;
  private final String subject;

  ValueAlternatives(Terms terms, String subject) {
    this.formulas = terms.formulas();
    this.values = new Values(terms.owner());
    this.subject = subject;
  }

  List<Alternative> of(Comparison comparison, List<Text> texts) {
    List<Alternative> ways = new ArrayList<>();
    for (Text text : texts) {
      Formula symbol = values.symbol(formulas, subject, comparison, text);
      switch (comparison) {
        case BOOL -> addBoolean(text, symbol, ways);
        case BINARY_EQUALS -> addBytes(text, symbol, ways);
        default -> {
          if (!values.matchesNothing(comparison, text)) {
            ways.add(anything(symbol));
          }
        }
      }
    }
    return ways;
  }

  /** In any letter case (U8); anything else than true and false matches nothing. */
  private void addBoolean(Text text, Formula symbol, List<Alternative> ways) {
    Optional<String> plain = values.plain(text);
    if (plain.isEmpty()) {
      ways.add(new Alternative(symbol, letters("true", true), false));
      ways.add(new Alternative(symbol, letters("false", true), false));
    } else if (Values.isBoolean(plain.get())) {
      ways.add(new Alternative(formulas.yes(), letters(plain.get(), true), false));
    }
  }

  private void addBytes(Text text, Formula symbol, List<Alternative> ways) {
    Optional<String> plain = values.plain(text);
    if (plain.isEmpty()) {
      ways.add(anything(symbol));
    } else {
      for (String spelling : Spellings.of(plain.get())) {
        ways.add(new Alternative(formulas.yes(), letters(spelling, false), false));
      }
    }
  }

  private static Alternative anything(Formula symbol) {
    return new Alternative(symbol, new Template(List.of(Piece.Wildcard.RUN), false), false);
  }

  private static Template letters(String text, boolean ignoringCase) {
    return new Template(List.of(new Piece.Letters(text)), ignoringCase);
  }
}
