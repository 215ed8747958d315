package io.rolewright.reason.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against every request of a small closed world. */
class ImplicantsTest {

  private static final int QUERIES = 1_500 * Integer.getInteger("rolewright.solver.rounds", 1);

  private int cubes;

  @Test
  void cubes_are_the_formula_and_none_can_be_wider_or_left_out() {
    Random random = new Random(11);
    World world = new World(1, 1, 1, false, random);
    for (int i = 0; i < QUERIES; i++) {
      Formulas formulas = new Formulas();
      List<World.Known> atoms = world.atoms(formulas, 8);
      World.Known known = world.formula(formulas, atoms, 3);
      Cubes found =
          Implicants.all(formulas, known.formula(), world.domains(), SearchBudget.ordinary());
      assertThat(found.isComplete()).isTrue();
      check(world, known, atoms, found);
      cubes += found.cubes().size();
    }
    assertThat(cubes).isGreaterThan(QUERIES / 2);
  }

  private static void check(World world, World.Known known, List<World.Known> atoms, Cubes found) {
    Map<Formula, BitSet> where = new HashMap<>();
    atoms.forEach(atom -> where.put(atom.formula(), atom.where()));
    List<BitSet> sets = new ArrayList<>();
    for (List<Literal> cube : found.cubes()) {
      sets.add(where(world, cube, where));
      for (Literal literal : cube) {
        List<Literal> wider = new ArrayList<>(cube);
        wider.remove(literal);
        assertThat(within(where(world, wider, where), known.where())).as("%s", cube).isFalse();
      }
    }
    assertThat(union(sets)).as("%s: %s", known.formula(), found).isEqualTo(known.where());
    for (BitSet set : sets) {
      List<BitSet> others = sets.stream().filter(other -> other != set).toList();
      assertThat(within(set, union(others))).isFalse();
    }
  }

  private static BitSet where(World world, List<Literal> cube, Map<Formula, BitSet> atoms) {
    BitSet all = world.where(number -> true);
    for (Literal literal : cube) {
      BitSet where = atoms.get(literal.formula());
      if (literal.positive()) {
        all.and(where);
      } else {
        all.andNot(where);
      }
    }
    return all;
  }

  private static BitSet union(List<BitSet> sets) {
    BitSet union = new BitSet();
    sets.forEach(union::or);
    return union;
  }

  private static boolean within(BitSet small, BitSet great) {
    BitSet outside = (BitSet) small.clone();
    outside.andNot(great);
    return outside.isEmpty();
  }

  @Test
  void a_list_cut_short_says_so() {
    Formulas formulas = new Formulas();
    List<Formula> cases = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      cases.add(formulas.in(Field.text("t" + i), Language.of(List.of(Pattern.glob("a*")))));
    }
    Formula any = formulas.or(cases);
    Cubes some = Implicants.all(formulas, any, Domains.free(), SearchBudget.ofSteps(3_000));
    assertThat(some.missing()).contains("the budget of steps ended");
    assertThat(some.cubes()).isNotEmpty().hasSizeLessThan(50);
    Cubes all = Implicants.all(formulas, any, Domains.free(), SearchBudget.ordinary());
    assertThat(all.isComplete()).isTrue();
    assertThat(all.cubes()).hasSize(50);
  }

  @Test
  void never_has_no_cubes_and_always_has_the_empty_one() {
    Formulas formulas = new Formulas();
    SearchBudget budget = SearchBudget.ordinary();
    assertThat(Implicants.all(formulas, formulas.no(), Domains.free(), budget))
        .isEqualTo(new Cubes(List.of(), Optional.empty()));
    assertThat(Implicants.all(formulas, formulas.yes(), Domains.free(), budget).cubes())
        .containsExactly(List.of());
  }
}
