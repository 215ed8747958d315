package io.rolewright.reason.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Theory;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against every request of small closed worlds: no proof is false and no request is wrong. */
class SolverTest {

  private static final int ROUNDS = Integer.getInteger("rolewright.solver.rounds", 1);
  private static final int FORMULAS_OF_ONE_MAKER = 40;

  private final Solver solver = new Solver();
  private final Theory theory = new Theory();
  private int satisfied;
  private int impossible;
  private int undecided;

  @Test
  void every_answer_about_texts_points_and_sets_is_right() {
    Random random = new Random(1);
    compare(new World(2, 1, 1, false, random), random, 12_000 * ROUNDS, 3);
    assertThat(undecided).isZero();
  }

  @Test
  void every_answer_about_points_and_sets_is_right() {
    Random random = new Random(2);
    compare(new World(0, 2, 2, false, random), random, 8_000 * ROUNDS, 3);
    assertThat(undecided).isZero();
  }

  @Test
  void every_answer_about_joined_fields_is_right() {
    Random random = new Random(3);
    compare(new World(3, 0, 1, true, random), random, 4_000 * ROUNDS, 2);
    assertThat(undecided).isLessThan(satisfied / 20);
  }

  @Test
  void nothing_that_some_request_does_is_impossible_where_any_text_may_stand() {
    Random random = new Random(4);
    World world = new World(2, 1, 1, true, random);
    for (int i = 0; i < 6_000 * ROUNDS; i += FORMULAS_OF_ONE_MAKER) {
      Formulas formulas = new Formulas();
      List<World.Known> atoms = world.atoms(formulas, 14);
      for (int j = 0; j < FORMULAS_OF_ONE_MAKER; j++) {
        World.Known known = world.formula(formulas, atoms, 3);
        checkFree(known.formula(), known.where().isEmpty());
      }
    }
    assertThat(impossible).isGreaterThan(200 * ROUNDS);
    assertThat(undecided).isLessThan(satisfied / 50);
  }

  private void checkFree(Formula formula, boolean none) {
    Domains domains = Domains.free();
    Answer answer = solver.solve(formula, domains, SearchBudget.ordinary());
    if (answer instanceof Answer.Impossible proved) {
      impossible++;
      assertThat(none).as("%s: %s", formula, proved.lemmas()).isTrue();
      checkProof(proved, domains);
    } else if (answer instanceof Answer.Satisfied found) {
      satisfied++;
      assertThat(formula.holds(found.request())).isTrue();
    } else {
      undecided++;
    }
  }

  private void compare(World world, Random random, int queries, int depth) {
    for (int i = 0; i < queries; i += FORMULAS_OF_ONE_MAKER) {
      Formulas formulas = new Formulas();
      List<World.Known> atoms = world.atoms(formulas, 14);
      for (int j = 0; j < FORMULAS_OF_ONE_MAKER; j++) {
        World.Known known = world.formula(formulas, atoms, depth);
        check(world, known, random, world.formula(formulas, atoms, 1));
      }
    }
    assertThat(satisfied).isGreaterThan(queries / 5);
    assertThat(impossible).isGreaterThan(queries / 20);
  }

  /** Sometimes with a law, and with fields that are always or never there. */
  private void check(World world, World.Known known, Random random, World.Known law) {
    Domains domains = world.domains();
    BitSet where = (BitSet) known.where().clone();
    if (random.nextInt(3) == 0) {
      domains = domains.withLaw(law.formula());
      where.and(law.where());
    }
    if (random.nextInt(3) == 0) {
      Field field = world.fields.get(random.nextInt(world.fields.size()));
      boolean present = random.nextBoolean();
      Domain.Presence presence = present ? Domain.Presence.ALWAYS : Domain.Presence.NEVER;
      domains = domains.with(field, with(domains.of(field), presence));
      where.and(world.presence(field, present));
    }
    check(world, known.formula(), domains, where);
  }

  private static Domain with(Domain domain, Domain.Presence presence) {
    return domain instanceof Domain.Texts texts
        ? texts.with(presence)
        : ((Domain.Points) domain).with(presence);
  }

  private void check(World world, Formula formula, Domains domains, BitSet where) {
    Answer answer = solver.solve(formula, domains, SearchBudget.ordinary());
    if (answer instanceof Answer.Satisfied found) {
      satisfied++;
      assertThat(requests(world, where, found.request())).as("%s: %s", formula, found).isTrue();
    } else if (answer instanceof Answer.Impossible proved) {
      impossible++;
      assertThat(where.isEmpty()).as("%s: %s", formula, proved.lemmas()).isTrue();
      checkProof(proved, domains);
    } else {
      undecided++;
    }
  }

  private void checkProof(Answer.Impossible proved, Domains domains) {
    for (Lemma lemma : proved.lemmas()) {
      assertThat(lemma.isValid(domains, theory, SearchBudget.ordinary())).as("%s", lemma).isTrue();
    }
    assertThat(proved.proof().isComplete(SearchBudget.ordinary())).isTrue();
    Proof concise = proved.proof().concise(SearchBudget.ordinary());
    assertThat(concise.isComplete(SearchBudget.ordinary())).isTrue();
    assertThat(proved.lemmas()).containsAll(concise.lemmas());
  }

  private static boolean requests(World world, BitSet where, Assignment request) {
    return where.stream().anyMatch(number -> world.request(number).equals(request));
  }
}
