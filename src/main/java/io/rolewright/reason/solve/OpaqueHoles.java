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
 * Shows that what one joined test allows some others do too, whatever stands in the holes: each
 * hole is one letter that nothing else mentions, and with these letters the one language is in
 * those of the others together.
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

  /** That one of the literals cannot hold together with some others. */
  Optional<Lemma> conflict(SearchBudget budget) {
    for (Literal smaller : group) {
      if (smaller.atom() instanceof Atom.Joined joined && wantsIn(joined, smaller.positive())) {
        Language small = Language.of(patterns(joined.templates()));
        Optional<Lemma> conflict =
            joined.test() == Atom.Test.SOME_OUTSIDE
                ? outOfOne(smaller, small, budget)
                : outOfAll(smaller, small, others(smaller), budget);
        if (conflict.isPresent()) {
          return conflict;
        }
      }
    }
    return Optional.empty();
  }

  /** All texts are in the small language, and for some other literal one is outside of its. */
  private Optional<Lemma> outOfOne(Literal smaller, Language small, SearchBudget budget) {
    for (Literal other : others(smaller)) {
      Optional<Lemma> conflict = outOfAll(smaller, small, List.of(other), budget);
      if (conflict.isPresent()) {
        return conflict;
      }
    }
    return Optional.empty();
  }

  /** A text is in the small language, and in none of those of the others. */
  private Optional<Lemma> outOfAll(
      Literal smaller, Language small, List<Literal> others, SearchBudget budget) {
    List<Language> greater = others.stream().map(this::surely).toList();
    Verdict verdict = budget.lend(steps -> theory.realize(List.of(small), greater, steps));
    if (!(verdict instanceof Verdict.Contradiction contradiction)) {
      return Optional.empty();
    }
    List<Literal> blamed = new ArrayList<>(List.of(smaller));
    for (int i = 0; i < others.size(); i++) {
      if (contradiction.core().notIn().contains(greater.get(i))) {
        blamed.add(others.get(i));
      }
    }
    return Optional.of(Lemma.against(blamed));
  }

  /** The literals that keep texts of the same test out of their languages. */
  private List<Literal> others(Literal literal) {
    Atom.Joined smaller = (Atom.Joined) literal.atom();
    return group.stream()
        .filter(other -> other.atom().fields().get(0).equals(smaller.field()))
        .filter(other -> test(other.atom()).filter(smaller.test()::equals).isPresent())
        .filter(other -> !wantsIn(smaller.test(), other.positive()))
        .toList();
  }

  private static Optional<Atom.Test> test(Atom atom) {
    if (atom instanceof Atom.Joined joined) {
      return Optional.of(joined.test());
    }
    if (atom instanceof Atom.In) {
      return Optional.of(Atom.Test.IN);
    }
    return atom instanceof Atom.Some
        ? Optional.of(Atom.Test.SOME)
        : atom instanceof Atom.SomeOutside ? Optional.of(Atom.Test.SOME_OUTSIDE) : Optional.empty();
  }

  /** Whether a literal says that texts are in its language. */
  private static boolean wantsIn(Atom.Joined joined, boolean positive) {
    return wantsIn(joined.test(), positive);
  }

  private static boolean wantsIn(Atom.Test test, boolean positive) {
    return test != Atom.Test.SOME_OUTSIDE == positive;
  }

  /** What is in the language whatever stands in the holes. */
  private Language surely(Literal literal) {
    if (literal.atom() instanceof Atom.Joined joined) {
      return Language.of(
          patterns(joined.templates().stream().filter(OpaqueHoles::hasOnlyRuns).toList()));
    }
    Language all =
        literal.atom() instanceof Atom.In in
            ? in.language()
            : literal.atom() instanceof Atom.Some some
                ? some.language()
                : ((Atom.SomeOutside) literal.atom()).language();
    return all.withOnlyRuns();
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
