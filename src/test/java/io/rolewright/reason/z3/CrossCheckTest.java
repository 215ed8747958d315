package io.rolewright.reason.z3;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Lemma;
import io.rolewright.reason.solve.Proof;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.solve.Solver;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Right answers are confirmed, and each way to be wrong is noticed. */
class CrossCheckTest {

  private static final Z3 SHARED = new Z3(new Z3.Limits(300_000, Duration.ofSeconds(10)));

  private final Formulas formulas = new Formulas();
  private final Field resource = Field.text("resource");
  private final Formula inA = in("a*");
  private final Formula inAb = in("ab*");
  private final Formula contradiction = formulas.and(inAb, formulas.not(inA));
  private final CrossCheck check = CrossCheck.of(SHARED);

  @AfterAll
  static void end() {
    SHARED.close();
  }

  private Formula in(String glob) {
    return formulas.in(resource, Language.of(List.of(Pattern.glob(glob))));
  }

  private static Answer solve(Formula formula, Domains domains) {
    return new Solver().solve(formula, domains, SearchBudget.ordinary());
  }

  private static Literal literal(Formula atom, boolean positive) {
    return new Literal((Formula.Atomic) atom, positive);
  }

  private CrossCheck.Verdict check(Answer answer, Formula formula) {
    return check.check(answer, formula, Domains.free());
  }

  @Test
  void answers_to_random_questions_are_confirmed() {
    List<String> unchecked = new ArrayList<>();
    for (int seed = 0; seed < 500; seed++) {
      RandomQuestion asked = new RandomQuestion(seed);
      Answer answer = solve(asked.formula, asked.domains);
      CrossCheck.Verdict verdict = check.check(answer, asked.formula, asked.domains);
      assertThat(verdict).as(seed + "").isNotInstanceOf(CrossCheck.Verdict.Differs.class);
      if (verdict instanceof CrossCheck.Verdict.Unchecked open) {
        unchecked.add(seed + ": " + open.why());
      }
    }
    assertThat(unchecked).hasSizeLessThan(10);
  }

  @Test
  void a_request_of_which_the_formula_is_not_true_is_noticed() {
    Answer wrong = new Answer.Satisfied(Assignment.nothing().with(resource, "b"));
    assertThat(check(wrong, inA)).isInstanceOf(CrossCheck.Verdict.Differs.class);
    Answer right = new Answer.Satisfied(Assignment.nothing().with(resource, "a"));
    assertThat(check(right, inA)).isInstanceOf(CrossCheck.Verdict.Agrees.class);
  }

  @Test
  void a_request_that_the_domains_or_the_laws_forbid_is_noticed() {
    Answer answer = new Answer.Satisfied(Assignment.nothing().with(resource, "a"));
    Domain never = Domain.Texts.any().with(Domain.Presence.NEVER);
    assertThat(check.check(answer, inA, Domains.free().with(resource, never)))
        .isEqualTo(new CrossCheck.Verdict.Differs("the request cannot be, because of `resource`"));
    assertThat(check.check(answer, inA, Domains.free().withLaw(inAb)))
        .isInstanceOf(CrossCheck.Verdict.Differs.class);
  }

  @Test
  void a_proof_with_its_lemmas_is_confirmed() {
    assertThat(check(solve(contradiction, Domains.free()), contradiction))
        .isInstanceOf(CrossCheck.Verdict.Agrees.class);
  }

  @Test
  void a_lemma_that_is_not_true_is_noticed() {
    Formula possible = formulas.and(inA, formulas.not(inAb));
    Lemma wrong = new Lemma(List.of(literal(inA, false), literal(inAb, true)));
    Answer answer = new Answer.Impossible(new Proof(List.of(possible), List.of(wrong)));
    assertThat(check(answer, possible).match(a -> "", CrossCheck.Verdict.Differs::why, u -> ""))
        .startsWith("`not (resource in [a*]) or resource in [ab*]` is not true of {resource=a");
  }

  @Test
  void a_lemma_that_is_missing_is_noticed() {
    Answer answer = new Answer.Impossible(new Proof(List.of(contradiction), List.of()));
    assertThat(check(answer, contradiction))
        .isEqualTo(new CrossCheck.Verdict.Differs("the lemmas are not enough for a proof"));
  }

  @Test
  void the_proof_of_something_else_is_noticed() {
    Answer answer = solve(contradiction, Domains.free());
    assertThat(check(answer, inA))
        .isEqualTo(new CrossCheck.Verdict.Differs("the proof is of something else"));
  }

  @Test
  void a_lemma_that_rests_on_a_domain_is_only_true_with_it() {
    Domain shaped = Domain.Texts.any().shaped(Language.of(List.of(Pattern.glob("b*"))));
    Domains domains = Domains.free().with(resource, shaped);
    Answer answer = solve(inA, domains);
    assertThat(check.check(answer, inA, domains)).isInstanceOf(CrossCheck.Verdict.Agrees.class);
    assertThat(check(answer, inA)).isInstanceOf(CrossCheck.Verdict.Differs.class);
  }

  @Test
  void that_there_are_no_requests_at_all_is_confirmed() {
    Domain nothing = Domain.Texts.any().with(Domain.Presence.ALWAYS).shaped(Language.of(List.of()));
    Domains domains = Domains.free().with(resource, nothing);
    Answer answer = solve(formulas.symbol("u"), domains);
    assertThat(check.check(answer, formulas.symbol("u"), domains))
        .isInstanceOf(CrossCheck.Verdict.Agrees.class);
  }

  @Test
  void without_an_answer_or_without_z3_nothing_is_confirmed() {
    assertThat(check(new Answer.Undecided("it is too much"), inA))
        .isEqualTo(new CrossCheck.Verdict.Unchecked("there is no answer: it is too much"));
    try (Z3 none = new Z3(new Launch(List.of(), Map.of()), Z3.Limits.ordinary())) {
      Answer answer = solve(contradiction, Domains.free());
      assertThat(CrossCheck.of(none).check(answer, contradiction, Domains.free()))
          .isInstanceOf(CrossCheck.Verdict.Unchecked.class);
    }
  }
}
