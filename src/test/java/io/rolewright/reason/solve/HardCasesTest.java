package io.rolewright.reason.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Wide formulas, holes, presence, budgets: what policies do to a solver. */
class HardCasesTest {

  private final Formulas formulas = new Formulas();
  private final Field resource = Field.text("resource");
  private final Field user = Field.text("aws:username");
  private final Field tags = Field.set("aws:tagkeys");
  private final Solver solver = new Solver();

  private static Language globs(String... globs) {
    return Language.of(List.of(globs).stream().map(Pattern::glob).toList());
  }

  private Answer solve(Formula formula) {
    return solve(formula, Domains.free());
  }

  private Answer solve(Formula formula, Domains domains) {
    Answer answer = solver.solve(formula, domains, SearchBudget.ordinary());
    if (answer instanceof Answer.Impossible proved) {
      assertThat(proved.proof().isComplete(SearchBudget.ordinary())).isTrue();
    }
    return answer;
  }

  /** {@code home/${aws:username}} and then {@code rest}. */
  private Formula home(Optional<String> otherwise, Piece... rest) {
    List<Piece> pieces = new ArrayList<>(List.of(new Piece.Letters("home/")));
    pieces.add(new Piece.Hole(user, otherwise));
    pieces.addAll(List.of(rest));
    return joined(new Template(pieces, false));
  }

  @Test
  void five_thousand_cases_of_which_one_is_possible() {
    List<Formula> cases = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Formula other = formulas.present(Field.text("k" + i % 7));
      cases.add(formulas.and(formulas.in(resource, globs("r" + i + "/*")), other));
    }
    Formula wanted = formulas.in(resource, globs("r4321/x*"));
    Answer answer = solve(formulas.and(wanted, formulas.or(cases)));
    assertThat(answer).isInstanceOf(Answer.Satisfied.class);
    assertThat(((Answer.Satisfied) answer).request().fields()).hasSize(2);
  }

  @Test
  void five_thousand_cases_of_which_none_is_possible() {
    List<Formula> cases = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      cases.add(formulas.in(resource, globs("r" + i + "/*")));
    }
    Formula wanted = formulas.in(resource, globs("s*"));
    Answer answer = solve(formulas.and(wanted, formulas.or(cases)));
    assertThat(answer).isInstanceOf(Answer.Impossible.class);
    assertThat(((Answer.Impossible) answer).lemmas()).hasSize(5_000);
  }

  @Test
  void a_thousand_cases_that_are_all_denied() {
    List<Formula> cases = new ArrayList<>();
    List<Formula> denied = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      cases.add(formulas.in(resource, globs("r" + i + "/a*")));
      denied.add(formulas.in(resource, globs("r" + i + "/*")));
    }
    Formula allowed = formulas.or(cases);
    assertThat(solve(formulas.and(allowed, formulas.not(formulas.or(denied)))))
        .isInstanceOf(Answer.Impossible.class);
    assertThat(solve(formulas.and(formulas.or(denied), formulas.not(allowed))))
        .isInstanceOf(Answer.Satisfied.class);
  }

  @Test
  void contradictions_among_choices_are_learned_once() {
    List<Formula> all = new ArrayList<>();
    for (int pigeon = 0; pigeon < 6; pigeon++) {
      List<Formula> choices = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        choices.add(formulas.symbol("p" + pigeon + "in" + i));
      }
      all.add(formulas.or(choices));
    }
    for (int i = 0; i < 5; i++) {
      for (int one = 0; one < 6; one++) {
        for (int other = 0; other < one; other++) {
          Formula both =
              formulas.and(
                  formulas.symbol("p" + one + "in" + i), formulas.symbol("p" + other + "in" + i));
          all.add(formulas.not(both));
        }
      }
    }
    assertThat(solve(formulas.and(all))).isInstanceOf(Answer.Impossible.class);
  }

  @Test
  void absent_is_preferred_where_it_will_do() {
    Formula ifExists =
        formulas.or(formulas.not(formulas.present(user)), formulas.in(user, globs("alice")));
    Formula forAll = formulas.not(formulas.someOutside(tags, globs("team")));
    Answer answer = solve(formulas.and(ifExists, forAll, formulas.in(resource, globs("*"))));
    assertThat(((Answer.Satisfied) answer).request().fields()).containsExactly(resource);
  }

  @Test
  void a_text_of_the_shape_and_a_hint_are_shown() {
    Domain.Texts arns =
        Domain.Texts.any()
            .shaped(globs("arn:*"))
            .hinted(List.of("alice", "arn:aws:iam::111122223333:user/alice"));
    Domains domains = Domains.free().with(resource, arns);
    Answer answer = solve(formulas.in(resource, globs("*a*")), domains);
    assertThat(((Answer.Satisfied) answer).request().text(resource))
        .contains("arn:aws:iam::111122223333:user/alice");
    assertThat(solve(formulas.in(resource, globs("x*")), domains))
        .isInstanceOf(Answer.Impossible.class);
  }

  @Test
  void what_is_under_the_home_of_every_user_is_under_home() {
    Formula home = home(Optional.empty(), Piece.Wildcard.RUN);
    Formula outside = formulas.not(formulas.in(resource, globs("home/*")));
    assertThat(solve(formulas.and(home, outside))).isInstanceOf(Answer.Impossible.class);
    Formula nobody = formulas.not(formulas.present(user));
    assertThat(solve(formulas.and(home, nobody))).isInstanceOf(Answer.Impossible.class);
    Formula orGuest = home(Optional.of("guest"), Piece.Wildcard.RUN);
    assertThat(solve(formulas.and(orGuest, nobody))).isInstanceOf(Answer.Satisfied.class);
  }

  @Test
  void the_photos_of_a_user_are_in_the_home_of_that_user() {
    Formula photos = home(Optional.empty(), new Piece.Letters("/photos/"), Piece.Wildcard.RUN);
    Formula home = home(Optional.empty(), new Piece.Letters("/"), Piece.Wildcard.RUN);
    assertThat(solve(formulas.and(photos, formulas.not(home))))
        .isInstanceOf(Answer.Impossible.class);
    assertThat(solve(formulas.and(home, formulas.not(photos))))
        .isInstanceOf(Answer.Satisfied.class);
  }

  @Test
  void one_letter_is_not_every_name() {
    Formula home = home(Optional.empty());
    Piece.Letters letters = new Piece.Letters("home/");
    Template one = new Template(List.of(letters, Piece.Wildcard.ONE), false);
    Template oneOrAlice =
        new Template(
            List.of(letters, Piece.Wildcard.ONE, new Piece.Hole(user, Optional.of(""))), false);
    Formula wide = formulas.atom(new Atom.Joined(Atom.Test.IN, resource, List.of(one, oneOrAlice)));
    assertThat(solve(formulas.and(home, formulas.not(wide)))).isInstanceOf(Answer.Satisfied.class);
  }

  @Test
  void what_stands_for_nobody_tells_homes_apart() {
    Formula guest = home(Optional.of("guest"));
    Formula other = home(Optional.of("other"));
    assertThat(solve(formulas.and(guest, formulas.not(other))))
        .isInstanceOf(Answer.Satisfied.class);
    assertThat(solve(formulas.and(guest, other, formulas.not(formulas.present(user)))))
        .isInstanceOf(Answer.Impossible.class);
  }

  @Test
  void a_name_in_another_case_is_another_name_only_where_case_matters() {
    List<Piece> name = List.of(new Piece.Hole(user, Optional.empty()));
    Formula exact = joined(new Template(name, false));
    Formula inAnyCase = joined(new Template(name, true));
    assertThat(solve(formulas.and(inAnyCase, formulas.not(exact))))
        .isInstanceOf(Answer.Satisfied.class);
    Answer answer = solve(formulas.and(exact, formulas.not(inAnyCase)));
    assertThat(answer).isNotInstanceOf(Answer.Satisfied.class);
  }

  private Formula joined(Template template) {
    return formulas.atom(new Atom.Joined(Atom.Test.IN, resource, List.of(template)));
  }

  @Test
  void the_name_is_read_off_the_resource() {
    Formula alice = formulas.in(resource, globs("home/alice"));
    Answer answer = solve(formulas.and(home(Optional.empty()), alice));
    assertThat(((Answer.Satisfied) answer).request().text(user)).contains("alice");
  }

  @Test
  void exact_decimals_and_open_ends() {
    Field number = Field.line("number");
    Intervals above = Intervals.above(new BigDecimal("0.1"));
    Intervals below = Intervals.below(new BigDecimal("0.10000000000000000000000001"));
    Formula between = formulas.and(formulas.within(number, above), formulas.within(number, below));
    assertThat(solve(between)).isInstanceOf(Answer.Satisfied.class);
    Domain whole = Domain.Points.any().wholes(Intervals.all());
    assertThat(solve(between, Domains.free().with(number, whole)))
        .isInstanceOf(Answer.Impossible.class);
    Formula none = formulas.within(number, above.intersect(below.complement()));
    assertThat(solve(formulas.and(none, formulas.within(number, below))))
        .isInstanceOf(Answer.Impossible.class);
  }

  @Test
  void a_spent_budget_is_no_answer() {
    Formula possible = formulas.and(home(Optional.empty()), formulas.in(user, globs("a*")));
    for (int steps = 0; steps < 200; steps++) {
      Answer answer = solver.solve(possible, Domains.free(), SearchBudget.ofSteps(steps));
      assertThat(answer).isNotInstanceOf(Answer.Impossible.class);
    }
    assertThat(solver.solve(possible, Domains.free(), SearchBudget.ofSteps(3)))
        .isEqualTo(new Answer.Undecided("the budget of steps ended"));
  }

  @Test
  void no_budget_makes_a_false_proof_or_another_answer() {
    Random random = new Random(31);
    World world = new World(2, 1, 1, true, random);
    for (int i = 0; i < 300; i++) {
      Formulas some = new Formulas();
      World.Known known = world.formula(some, world.atoms(some, 10), 3);
      SearchBudget budget = SearchBudget.ofSteps(random.nextInt(400));
      Answer answer = solver.solve(known.formula(), world.domains(), budget);
      if (answer instanceof Answer.Impossible) {
        assertThat(known.where().isEmpty()).isTrue();
      }
    }
  }

  @Test
  void the_same_question_gets_the_same_answer_of_any_solver() {
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      World world = new World(2, 1, 1, true, random);
      Formulas some = new Formulas();
      Formula formula = world.formula(some, world.atoms(some, 10), 3).formula();
      Answer fresh = new Solver().solve(formula, Domains.free(), SearchBudget.ordinary());
      assertThat(solve(formula)).isEqualTo(fresh);
    }
  }
}
