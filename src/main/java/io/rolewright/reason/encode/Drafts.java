package io.rolewright.reason.encode;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.simulate.Operands;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Replaces the variables of a text by fields (section 1.6 of the semantics). */
final class Drafts {

  /** With more cases than these, what varies is taken to be any text. */
  private static final int MOST = 16;

  private final Terms terms;
  private final Formulas formulas;
  private final Reading reading;

  Drafts(Terms terms, Reading reading) {
    this.terms = terms;
    this.formulas = terms.formulas();
    this.reading = reading;
  }

  /** The text in all cases in which its variables have values; none if they never have. */
  List<Draft> of(Text text) {
    List<Draft> drafts = List.of(new Draft(formulas.yes(), List.of(), false));
    for (TextPart part : text.parts()) {
      drafts = each(drafts, options(part));
    }
    return drafts.size() <= MOST ? drafts : List.of(loosely(text));
  }

  /** With any text for each variable, whether it has a value or not. */
  Draft loosely(Text text) {
    List<Piece> pieces = new ArrayList<>();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Variable) {
        pieces.add(Piece.Wildcard.RUN);
      } else {
        pieces.addAll(options(part).get(0).pieces());
      }
    }
    return new Draft(formulas.yes(), pieces, true);
  }

  private List<Draft> each(List<Draft> drafts, List<Draft> options) {
    List<Draft> longer = new ArrayList<>();
    for (Draft draft : drafts) {
      for (Draft option : options) {
        List<Piece> pieces = new ArrayList<>(draft.pieces());
        pieces.addAll(option.pieces());
        Formula guard = formulas.and(draft.guard(), option.guard());
        if (guard != formulas.no() && longer.size() <= MOST) {
          longer.add(new Draft(guard, pieces, draft.loose() || option.loose()));
        }
      }
    }
    return longer;
  }

  private List<Draft> options(TextPart part) {
    return part.match(
        new TextPart.Cases<>(
            literal -> just(new Piece.Letters(literal.value())),
            run -> wild("*", Piece.Wildcard.RUN),
            one -> wild("?", Piece.Wildcard.ONE),
            this::variable,
            unknown -> just(new Piece.Hole(Terms.unknown(unknown), Optional.empty())),
            own -> just(new Piece.Letters(terms.owner()))));
  }

  private List<Draft> just(Piece piece) {
    return List.of(new Draft(formulas.yes(), List.of(piece), false));
  }

  private List<Draft> wild(String written, Piece.Wildcard wildcard) {
    return just(reading.hasWildcards() ? wildcard : new Piece.Letters(written));
  }

  /** R1.46 to R1.48: only a key of a single value can stand for a variable, else its default. */
  private List<Draft> variable(TextPart.Variable variable) {
    if (!reading.hasVariables()) {
      return just(new Piece.Letters(variable.shown()));
    }
    String key = variable.key().toLowerCase(Locale.ROOT);
    if (Operands.isMultivalued(key)) {
      return List.of();
    }
    KeyForm form = terms.keys().of(key);
    Optional<Field> single =
        form instanceof KeyForm.One one ? one.text().field() : Optional.empty();
    if (single.isPresent()) {
      return just(new Piece.Hole(single.get(), variable.defaultValue()));
    }
    List<Draft> options = new ArrayList<>(value(form));
    if (variable.defaultValue().isPresent()) {
      Formula absent = formulas.not(new KeyPresence(formulas).of(form));
      List<Piece> letters = List.of(new Piece.Letters(variable.defaultValue().get()));
      options.add(new Draft(absent, letters, false));
    }
    return options;
  }

  /** A template with an empty hole fits nothing, so that a text's fields need no guard. */
  private List<Draft> value(KeyForm form) {
    if (form instanceof KeyForm.One one) {
      return List.of(new Draft(formulas.yes(), one.text().pieces(), false));
    }
    if (form instanceof KeyForm.Line line) {
      Formula there = new KeyPresence(formulas).of(line);
      return List.of(new Draft(there, List.of(Piece.Wildcard.RUN), true));
    }
    return List.of();
  }
}
