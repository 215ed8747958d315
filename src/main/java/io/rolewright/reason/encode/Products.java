package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.reason.strings.Residuals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says that letters and fields, one after the other, are together in a language: a union of
 * products, one factor for each field. What is the same on one side of a cut is one list on the
 * other, so that few tests come out.
 */
final class Products {

  /** What is said of one field. */
  interface Factors {

    /** That the field is in the language. */
    Formula in(Field field, Language language);

    /** Whether the field can be in the pattern at all. */
    boolean canFit(Field field, Pattern pattern);
  }

  private final Formulas formulas;
  private final Factors factors;
  private final List<Piece> pieces;
  private final Map<Step, Formula> done = new HashMap<>();

  private record Step(int piece, Language rest) {}

  Products(List<Piece> pieces, Formulas formulas, Factors factors) {
    this.pieces = pieces;
    this.formulas = formulas;
    this.factors = factors;
  }

  Formula in(Language language) {
    return from(0, language.patterns());
  }

  /** That the pieces from this one on are in one of the patterns. */
  private Formula from(int piece, Collection<Pattern> rest) {
    Step step = new Step(piece, simplified(rest));
    Formula known = done.get(step);
    if (known == null) {
      known = worked(piece, step.rest());
      done.put(step, known);
    }
    return known;
  }

  private static Language simplified(Collection<Pattern> patterns) {
    Language language = Language.of(patterns);
    return language.isUniversal() ? Language.universal() : language;
  }

  private Formula worked(int piece, Language rest) {
    if (rest.isEmpty()) {
      return formulas.no();
    }
    if (rest.isUniversal()) {
      return formulas.and(fieldsFrom(piece).stream().map(formulas::present).toList());
    }
    if (piece == pieces.size()) {
      return formulas.constant(rest.matches(""));
    }
    if (pieces.get(piece) instanceof Piece.Letters letters) {
      return from(piece + 1, after(rest.patterns(), letters.text()));
    }
    Field field = ((Piece.Hole) pieces.get(piece)).field();
    return fieldsFrom(piece + 1).isEmpty()
        ? last(field, rest, lettersFrom(piece + 1))
        : cut(piece, field, rest);
  }

  private Formula last(Field field, Language rest, String letters) {
    if (letters.isEmpty()) {
      return factors.in(field, rest);
    }
    List<Pattern> firsts = new ArrayList<>();
    rest.patterns().forEach(pattern -> firsts.addAll(Residuals.before(pattern, letters)));
    return factors.in(field, simplified(firsts));
  }

  /** First by what the field is, then by what may follow, which makes lists of both. */
  private Formula cut(int piece, Field field, Language rest) {
    Map<Pattern, Set<Pattern>> following = new LinkedHashMap<>();
    for (Pattern pattern : rest.patterns()) {
      for (Residuals.Halves halves : Residuals.halves(pattern)) {
        if (factors.canFit(field, halves.before())) {
          following.computeIfAbsent(halves.before(), p -> new TreeSet<>()).add(halves.after());
        }
      }
    }
    Map<Formula, Set<Pattern>> leading = new LinkedHashMap<>();
    following.forEach(
        (before, after) -> {
          Formula then = from(piece + 1, after);
          if (then != formulas.no()) {
            leading.computeIfAbsent(then, f -> new TreeSet<>()).add(before);
          }
        });
    List<Formula> products = new ArrayList<>();
    leading.forEach(
        (then, before) -> products.add(formulas.and(factors.in(field, simplified(before)), then)));
    return formulas.or(products);
  }

  private static List<Pattern> after(Collection<Pattern> patterns, String letters) {
    List<Pattern> rests = new ArrayList<>();
    patterns.forEach(pattern -> rests.addAll(Residuals.after(pattern, letters)));
    return rests;
  }

  private List<Field> fieldsFrom(int piece) {
    return pieces.subList(piece, pieces.size()).stream()
        .filter(Piece.Hole.class::isInstance)
        .map(hole -> ((Piece.Hole) hole).field())
        .toList();
  }

  private String lettersFrom(int piece) {
    StringBuilder letters = new StringBuilder();
    for (Piece letter : pieces.subList(piece, pieces.size())) {
      letters.append(((Piece.Letters) letter).text());
    }
    return letters.toString();
  }
}
