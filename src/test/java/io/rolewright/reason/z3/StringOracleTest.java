package io.rolewright.reason.z3;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Cubes;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Implicants;
import io.rolewright.reason.solve.Lemma;
import io.rolewright.reason.solve.Oracle;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.solve.Solver;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the solver leaves open, Z3 is asked; what it says is marked as its word. */
class StringOracleTest {

  private static final Z3 SHARED = new Z3(new Z3.Limits(300_000, Duration.ofSeconds(10)));

  private final Formulas formulas = new Formulas();
  private final Field resource = Field.text("resource");
  private final Field user = Field.text("user");
  private final Oracle oracle = new StringOracle(SHARED);

  @AfterAll
  static void end() {
    SHARED.close();
  }

  private static Answer solve(Solver solver, Formula formula) {
    return solver.solve(formula, Domains.free(), SearchBudget.ordinary());
  }

  private Formula in(Field field, String... globs) {
    List<Pattern> patterns = List.of(globs).stream().map(Pattern::glob).toList();
    return formulas.in(field, Language.of(patterns));
  }

  /** {@code %} is the user, {@code *} and {@code ?} are wildcards. */
  private Formula made(boolean ignoringCase, String written) {
    List<Piece> pieces = new ArrayList<>();
    for (char c : written.toCharArray()) {
      pieces.add(
          switch (c) {
            case '%' -> new Piece.Hole(user, Optional.empty());
            case '*' -> Piece.Wildcard.RUN;
            case '?' -> Piece.Wildcard.ONE;
            default -> new Piece.Letters(String.valueOf(c));
          });
    }
    Template template = new Template(pieces, ignoringCase);
    return formulas.atom(new Atom.Joined(Atom.Test.IN, resource, List.of(template)));
  }

  @Test
  void a_name_that_stands_twice_cannot_be_halved_by_an_odd_letter() {
    Formula twice = formulas.and(made(false, "%%"), in(resource, "ab*", "ba*"), in(user, "?"));
    assertThat(solve(new Solver(), twice)).isInstanceOf(Answer.Undecided.class);
    Answer.Impossible answer = (Answer.Impossible) solve(new Solver(oracle), twice);
    assertThat(answer.lemmas()).anyMatch(Lemma::byOracle);
    assertThat(answer.proof().isComplete(SearchBudget.ordinary())).isTrue();
    assertThat(CrossCheck.of(SHARED).check(answer, twice, Domains.free()))
        .isInstanceOf(CrossCheck.Verdict.Agrees.class);
  }

  @Test
  void only_the_literals_that_contradict_each_other_are_blamed() {
    Formula twice = made(false, "%%");
    Formula odd = in(resource, "ab*", "ba*");
    Formula one = in(user, "?");
    Formula other = in(resource, "*");
    List<Literal> literals = new ArrayList<>();
    for (Formula atom : List.of(twice, odd, one, in(user, "a", "b", "*c*"), other)) {
      literals.add(new Literal((Formula.Atomic) atom, true));
    }
    Oracle.Opinion opinion = oracle.ask(literals, Domains.free());
    assertThat(opinion).isInstanceOf(Oracle.Opinion.Impossible.class);
    assertThat(((Oracle.Opinion.Impossible) opinion).core()).isEqualTo(literals.subList(0, 3));
  }

  @Test
  void values_are_found_that_likely_ones_do_not_give() {
    Formula middle = formulas.and(made(false, "%a%"), in(resource, "?????"), in(user, "?z", "z?"));
    Answer answer = solve(new Solver(oracle), middle);
    assertThat(answer).isInstanceOf(Answer.Satisfied.class);
    assertThat(middle.holds(((Answer.Satisfied) answer).request())).isTrue();
  }

  @Test
  void without_z3_the_answer_says_so() {
    Formula twice = formulas.and(made(false, "%%"), in(resource, "ab*", "ba*"), in(user, "?"));
    try (Z3 none = new Z3(new Launch(List.of(), Map.of()), Z3.Limits.ordinary())) {
      Answer answer = solve(new Solver(new StringOracle(none)), twice);
      assertThat(answer).isInstanceOf(Answer.Undecided.class);
      assertThat(((Answer.Undecided) answer).reason())
          .endsWith("are not decided here; Z3 does not start: its jar is missing");
    }
  }

  @Test
  void an_oracle_that_gives_wrong_values_is_not_believed() {
    Oracle wrong = (literals, domains) -> new Oracle.Opinion.Possible(Assignment.nothing());
    Formula twice = formulas.and(made(false, "%%"), in(resource, "ab*", "ba*"), in(user, "?"));
    assertThat(solve(new Solver(wrong), twice)).isInstanceOf(Answer.Undecided.class);
  }

  @Test
  void what_is_listed_is_complete_where_the_oracle_helps() {
    Formula twice = formulas.and(made(false, "%%"), in(resource, "ab*", "ba*"), in(user, "?"));
    SearchBudget budget = SearchBudget.ordinary();
    Cubes alone = Implicants.all(formulas, twice, Domains.free(), budget);
    assertThat(alone.isComplete()).isFalse();
    Cubes helped = Implicants.all(formulas, twice, Domains.free(), oracle, budget);
    assertThat(helped).isEqualTo(new Cubes(List.of(), Optional.empty()));
  }

  @Test
  void most_of_what_the_solver_leaves_open_is_decided() {
    int open = 0;
    int stillOpen = 0;
    for (int seed = 0; seed < 6_000; seed++) {
      RandomQuestion asked = new RandomQuestion(seed);
      SearchBudget budget = SearchBudget.ordinary();
      if (new Solver().solve(asked.formula, asked.domains, budget) instanceof Answer.Undecided) {
        open++;
        Answer answer = new Solver(oracle).solve(asked.formula, asked.domains, budget);
        stillOpen += answer instanceof Answer.Undecided ? 1 : 0;
      }
    }
    assertThat(open).isGreaterThan(10);
    assertThat(stillOpen).as("of " + open).isLessThan(open / 3);
  }

  /** The literals that are true of a request are never called impossible. */
  @Test
  void what_is_so_is_not_called_impossible() {
    int asked = 0;
    int open = 0;
    for (int seed = 0; seed < 1_000 && asked < 400; seed++) {
      RandomQuestion question = new RandomQuestion(seed);
      Answer answer =
          new Solver().solve(question.formula, question.domains, SearchBudget.ordinary());
      if (answer instanceof Answer.Satisfied satisfied) {
        asked++;
        List<Literal> holding = new ArrayList<>();
        for (Formula.Atomic atom : question.formula.atoms()) {
          holding.add(new Literal(atom, atom.holds(satisfied.request())));
        }
        if (seed % 2 == 0) {
          holding.addAll(pinned(question.formulas(), satisfied.request()));
        }
        Oracle.Opinion opinion = oracle.ask(holding, question.domains);
        assertThat(opinion).as(seed + "").isNotInstanceOf(Oracle.Opinion.Impossible.class);
        open += opinion instanceof Oracle.Opinion.Unknown ? 1 : 0;
      }
    }
    assertThat(asked).isEqualTo(400);
    assertThat(open).isLessThan(asked / 10);
  }

  /** That each text is what it is. */
  private static List<Literal> pinned(Formulas formulas, Assignment request) {
    List<Literal> pinned = new ArrayList<>();
    for (Field field : request.fields()) {
      request
          .text(field)
          .map(text -> formulas.in(field, Language.of(List.of(Pattern.literal(text)))))
          .ifPresent(atom -> pinned.add(new Literal((Formula.Atomic) atom, true)));
    }
    return pinned;
  }
}
