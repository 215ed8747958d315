package io.rolewright.reason.z3;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.solve.Solver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The solver and Z3's strings, which share no code but the formulas, come to the same answers. */
class DifferentialTest {

  private static final int QUESTIONS = 3_000;
  private static final Z3.Limits LIMITS = new Z3.Limits(300_000, Duration.ofSeconds(10));

  private int satisfied;
  private int impossible;
  private final List<String> undecided = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  @Test
  void solver_and_plain_z3_agree() {
    Solver solver = new Solver();
    try (PlainZ3 plain = new PlainZ3(new Z3(LIMITS))) {
      for (int seed = 0; seed < QUESTIONS; seed++) {
        RandomQuestion asked = new RandomQuestion(seed);
        Answer answer = solver.solve(asked.formula, asked.domains, SearchBudget.ordinary());
        compare(seed, answer, plain.solve(asked.formula, asked.domains));
      }
    }
    String counts =
        satisfied
            + " satisfied, "
            + impossible
            + " impossible, "
            + undecided.size()
            + " undecided by the solver, "
            + unknown.size()
            + " by Z3, such as "
            + unknown.stream().distinct().limit(5).toList();
    assertThat(differences).as(counts).isEmpty();
    assertThat(satisfied).as(counts).isGreaterThan(QUESTIONS / 4);
    assertThat(impossible).as(counts).isGreaterThan(QUESTIONS / 10);
    assertThat(undecided).as(counts).hasSizeLessThan(QUESTIONS / 20);
    assertThat(unknown).as(counts).hasSizeLessThan(QUESTIONS / 20);
  }

  private void compare(int seed, Answer answer, PlainZ3.Outcome outcome) {
    if (answer instanceof Answer.Undecided open) {
      undecided.add(seed + ": " + open.reason());
    }
    if (outcome instanceof PlainZ3.Outcome.Unknown open) {
      unknown.add(seed + ": " + open.reason());
    }
    boolean yes = answer instanceof Answer.Satisfied;
    boolean no = answer instanceof Answer.Impossible;
    satisfied += yes ? 1 : 0;
    impossible += no ? 1 : 0;
    if (yes && outcome instanceof PlainZ3.Outcome.Impossible
        || no && outcome instanceof PlainZ3.Outcome.Satisfied) {
      differences.add(seed + ": " + answer + " but " + outcome);
    }
  }
}
