package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.reason.strings.Theory;
import io.rolewright.reason.strings.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows that what one joined test allows another one does too, whatever stands in the holes: each
 * hole is one letter that nothing else mentions, and with these letters the one language is in the
 * other.
 *
 * <p>Why that is right: a text that the smaller templates fit for some request is made from one
 * that they fit with those letters, by putting texts in the place of the letters. The greater
 * templates fit the latter with a letter at the same hole, or with a {@code *} over it, and so they
 * fit the former. A {@code ?} over it would not do, nor a wildcard that takes no colon: such
 * templates are left out of the greater ones.
 */
final class OpaqueHoles {

  private record Mark(Piece.Hole hole, boolean ignoringCase) {}

  private final List<Literal> group;
  private final Theory theory;
  private final Map<Mark, String> letters = new HashMap<>();
  private final String mentioned;

  OpaqueHoles(List<Literal> group, Theory theory) {
    this.group = group;
    this.theory = theory;
    StringBuilder all = new StringBuilder();
    group.forEach(literal -> all.append(literal.atom()));
    this.mentioned = all.toString();
  }

  /** That some two of the literals cannot both hold. */
  Optional<Lemma> conflict(SearchBudget budget) {
    for (Literal smaller : group) {
      for (Literal greater : group) {
        if (isPair(smaller, greater) && isWithin(joined(smaller), joined(greater), budget)) {
          return Optional.of(Lemma.against(List.of(smaller, greater)));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether it is a contradiction if the language of the one is in that of the other. */
  private static boolean isPair(Literal smaller, Literal greater) {
    return smaller.atom() instanceof Atom.Joined small
        && greater.atom() instanceof Atom.Joined great
        && small.field().equals(great.field())
        && wantsIn(small, smaller.positive())
        && (small.test() != Atom.Test.SOME_OUTSIDE
            ? great.test() == small.test() && !greater.positive()
            : great.test() == small.test() && greater.positive());
  }

  /** Whether the literal says that texts are in its language. */
  private static boolean wantsIn(Atom.Joined joined, boolean positive) {
    return joined.test() != Atom.Test.SOME_OUTSIDE == positive;
  }

  private static Atom.Joined joined(Literal literal) {
    return (Atom.Joined) literal.atom();
  }

  private boolean isWithin(Atom.Joined smaller, Atom.Joined greater, SearchBudget budget) {
    Language small = Language.of(patterns(smaller.templates()));
    List<Template> free = greater.templates().stream().filter(OpaqueHoles::hasOnlyRuns).toList();
    Language great = Language.of(patterns(free));
    Verdict verdict = budget.lend(steps -> theory.realize(List.of(small), List.of(great), steps));
    return verdict instanceof Verdict.Contradiction;
  }

  private static boolean hasOnlyRuns(Template template) {
    return template.pieces().stream()
        .allMatch(piece -> !(piece instanceof Piece.Wildcard) || piece == Piece.Wildcard.RUN);
  }

  private List<Pattern> patterns(List<Template> templates) {
    List<Pattern> patterns = new ArrayList<>();
    for (Template template : templates) {
      patterns.add(
          template
              .filled(hole -> Optional.of(marked(new Mark(hole, template.ignoringCase()))))
              .orElseThrow());
    }
    return patterns;
  }

  private List<Piece> marked(Mark mark) {
    return List.of(new Piece.Letters(letters.computeIfAbsent(mark, key -> unmentioned())));
  }

  /** A letter for private use, which has no cases. */
  private String unmentioned() {
    for (char c = '\uE000'; c < '\uF8FF'; c++) {
      String letter = String.valueOf(c);
      if (mentioned.indexOf(c) < 0 && !letters.containsValue(letter)) {
        return letter;
      }
    }
    throw new IllegalStateException("all letters for private use are used");
  }
}
