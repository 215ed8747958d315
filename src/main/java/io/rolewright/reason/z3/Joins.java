package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a text fits templates with holes. There are two ways to say so. {@link #fits} takes a
 * variable for each wildcard, which only helps where a text is wanted that fits. {@link
 * #certainlyFits} walks through the text from the left and is of use where one is wanted that does
 * not; it is exact unless a template has a {@code ?}, or a wildcard that takes no colon, at a place
 * that depends on where a {@code *} before it ends; it then leaves out some texts that do fit.
 *
 * <p>Texts of holes that are taken in any case are beyond regular expressions: {@code
 * certainlyFits} then takes just the same text, and so does {@code fits} if it should rather be too
 * narrow; else any text of the same length.
 */
final class Joins {

  private final Question question;
  private final Variables variables;
  private final boolean narrow;

  Joins(Question question, Variables variables, boolean narrow) {
    this.narrow = narrow;
    this.question = question;
    this.variables = variables;
  }

  /** Follows from it, for some values of fresh variables, unless narrow; exact if case matters. */
  String fits(String text, List<Template> templates) {
    return Smt.or(templates.stream().map(template -> fits(text, template)).toList());
  }

  private String fits(String text, Template template) {
    List<String> conditions = new ArrayList<>(needed(template));
    List<String> parts = new ArrayList<>();
    for (Piece piece : template.pieces()) {
      if (piece instanceof Piece.Wildcard wildcard) {
        parts.add(some(conditions, Chunks.expression(wildcard)));
      } else if (!template.ignoringCase() || narrow && piece instanceof Piece.Hole) {
        parts.add(exactly(piece));
      } else if (piece instanceof Piece.Letters letters) { // in any case
        parts.add(some(conditions, Chunks.expression(letters)));
      } else {
        String other = question.hidden("String");
        conditions.add("(= (str.len " + other + ") (str.len " + exactly(piece) + "))");
        parts.add(other);
      }
    }
    conditions.add("(= " + text + " " + concatenated(parts) + ")");
    return Smt.and(conditions);
  }

  private String some(List<String> conditions, String expression) {
    String part = question.hidden("String");
    if (!expression.equals(Regexes.ANY)) {
      conditions.add(Smt.in(part, expression));
    }
    return part;
  }

  static String concatenated(List<String> parts) {
    return switch (parts.size()) {
      case 0 -> "\"\"";
      case 1 -> parts.get(0);
      default -> "(str.++ " + String.join(" ", parts) + ")";
    };
  }

  /** The text of letters or of a hole; for the latter means nothing if {@link #needed} fails. */
  String exactly(Piece piece) {
    if (piece instanceof Piece.Letters letters) {
      return Smt.text(letters.text());
    }
    Piece.Hole hole = (Piece.Hole) piece;
    String text = variables.text(hole.field());
    return hole.otherwise()
        .map(
            other ->
                "(ite "
                    + variables.present(hole.field())
                    + " "
                    + text
                    + " "
                    + Smt.text(other)
                    + ")")
        .orElse(text);
  }

  /** That no hole stays empty. */
  private List<String> needed(Template template) {
    List<String> needed = new ArrayList<>();
    for (Piece piece : template.pieces()) {
      if (piece instanceof Piece.Hole hole && hole.otherwise().isEmpty()) {
        needed.add(variables.present(hole.field()));
      }
    }
    return needed;
  }

  /** From this it follows that the text fits; without fresh variables. */
  String certainlyFits(String text, List<Template> templates) {
    List<String> terms = new ArrayList<>();
    for (Template template : templates) {
      List<String> conditions = new ArrayList<>(needed(template));
      conditions.add(new Chunks(this, question, template).matched(text));
      terms.add(Smt.and(conditions));
    }
    return Smt.or(terms);
  }
}
