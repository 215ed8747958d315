package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Theory;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One thing that is true of every request because of what tests mean: at least one of the literals
 * holds. An empty one says that there are no requests at all.
 *
 * @param byOracle whether an {@link Oracle} said so, and nothing here has shown it
 */
public record Lemma(List<Literal> clause, boolean byOracle) {

  /** What a lemma rests on. */
  public enum Kind {
    /** A field that is absent says nothing; some are never absent or always. */
    PRESENCE,
    /** All texts of one language are in another. */
    CONTAINMENT,
    /** Two languages have no text in common, or one has none. */
    DISJOINTNESS,
    /** Several languages together leave no text. */
    COVER,
    /** Points of a line. */
    INTERVAL,
    /** Sets of texts. */
    SET,
    /** Texts of one field that are made from those of others. */
    JOIN
  }

  /** In the order of the literals, each once. */
  public Lemma {
    clause = List.copyOf(new TreeSet<>(clause));
  }

  /** One that was shown here. */
  public Lemma(List<Literal> clause) {
    this(clause, false);
  }

  /** That not all of {@code literals} hold. */
  static Lemma against(Collection<Literal> literals) {
    return new Lemma(literals.stream().map(Literal::negated).toList());
  }

  /** The same, as an oracle says. */
  static Lemma ofOracle(Collection<Literal> literals) {
    return new Lemma(against(literals).clause(), true);
  }

  /** The literals that cannot hold together. */
  public List<Literal> contradiction() {
    return clause.stream().map(Literal::negated).toList();
  }

  /**
   * Whether it is shown anew that no request has all of {@link #contradiction()}. False says that
   * this was not shown: the lemma is wrong or the budget ended, or it takes an oracle.
   *
   * @param domains those of the question; only what single fields can say is used, no laws
   */
  public boolean isValid(Domains domains, Theory theory, SearchBudget budget) {
    Finding found = new TheoryCheck(domains, theory).check(contradiction(), budget);
    return found instanceof Finding.Conflicts;
  }

  /** What it rests on. */
  public Kind kind() {
    SortedSet<Field> fields = new TreeSet<>();
    clause.forEach(literal -> fields.addAll(literal.atom().fields()));
    if (fields.size() > 1 || clause.stream().anyMatch(Lemma::isJoined)) {
      return Kind.JOIN;
    }
    if (clause.stream().anyMatch(Lemma::isPresence) && clause.size() < 3) {
      return Kind.PRESENCE;
    }
    return switch (fields.isEmpty() ? Field.Sort.TEXT : fields.first().sort()) {
      case LINE -> Kind.INTERVAL;
      case SET -> Kind.SET;
      case TEXT -> ofTexts();
    };
  }

  private Kind ofTexts() {
    long positive = clause.stream().filter(Literal::positive).count();
    if (positive == 0 && clause.size() <= 2) {
      return Kind.DISJOINTNESS;
    }
    return positive == 1 && clause.size() == 2 ? Kind.CONTAINMENT : Kind.COVER;
  }

  private static boolean isJoined(Literal literal) {
    return literal.atom() instanceof Atom.Joined;
  }

  private static boolean isPresence(Literal literal) {
    return literal.atom() instanceof Atom.Present;
  }

  @Override
  public String toString() {
    return clause.stream().map(Literal::toString).collect(Collectors.joining(" or "));
  }
}
