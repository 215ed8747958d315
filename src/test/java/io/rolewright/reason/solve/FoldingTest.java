package io.rolewright.reason.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Formulas} makes means what it is named for. */
class FoldingTest {

  private final Formulas formulas = new Formulas();
  private final Field text = Field.text("text");
  private final Field set = Field.set("set");
  private final Formula a = formulas.symbol("a");
  private final Formula b = formulas.symbol("b");
  private final Formula c = formulas.symbol("c");

  private static Language globs(String... globs) {
    return Language.of(List.of(globs).stream().map(Pattern::glob).toList());
  }

  @Test
  void folded_formulas_hold_where_the_naive_ones_do() {
    Random random = new Random(21);
    World world = new World(2, 1, 1, true, random);
    for (int i = 0; i < 1_000; i++) {
      Formulas some = new Formulas();
      World.Known known = world.formula(some, world.atoms(some, 6), 4);
      for (int j = 0; j < 20; j++) {
        int number = random.nextInt(world.size());
        assertThat(known.formula().holds(world.request(number)))
            .as("%s of %s", known.formula(), world.request(number))
            .isEqualTo(known.where().get(number));
      }
    }
  }

  @Test
  void a_restricted_formula_agrees_wherever_the_known_fields_do() {
    restrict(new Random(22), true);
  }

  @Test
  void a_restricted_formula_without_joins_says_nothing_of_the_known_fields() {
    restrict(new Random(23), false);
  }

  private void restrict(Random random, boolean joins) {
    World world = new World(2, 1, 1, joins, random);
    for (int i = 0; i < 1_000; i++) {
      Formulas some = new Formulas();
      World.Known known = world.formula(some, world.atoms(some, 6), 3);
      Assignment request = world.request(random.nextInt(world.size()));
      Set<Field> fields = new HashSet<>(world.fields);
      fields.removeIf(field -> random.nextBoolean());
      Formula restricted = some.restrict(known.formula(), request, fields);
      Assignment other = world.request(random.nextInt(world.size()));
      Assignment agreeing = agreeing(other, request, fields);
      assertThat(restricted.fields()).noneMatch(field -> fields.contains(field) && !joins);
      assertThat(restricted.holds(agreeing)).isEqualTo(known.formula().holds(agreeing));
    }
  }

  private static Assignment agreeing(Assignment other, Assignment request, Set<Field> fields) {
    Assignment agreeing = other;
    for (Field field : fields) {
      agreeing = agreeing.without(field);
      if (request.text(field).isPresent()) {
        agreeing = agreeing.with(field, request.text(field).get());
      } else if (request.point(field).isPresent()) {
        agreeing = agreeing.with(field, request.point(field).get());
      } else {
        agreeing = agreeing.with(field, request.texts(field));
      }
    }
    return agreeing;
  }

  @Test
  void order_repetition_and_brackets_make_no_difference() {
    assertThat(formulas.and(a, formulas.and(b, c), a)).isSameAs(formulas.and(c, b, a));
    assertThat(formulas.or(a, formulas.or(b, c), a)).isSameAs(formulas.or(c, b, a));
    assertThat(formulas.and(a)).isSameAs(a);
    assertThat(formulas.not(formulas.not(a))).isSameAs(a);
  }

  @Test
  void constants_and_contraries_are_folded() {
    assertThat(formulas.and(a, formulas.not(a), b)).isSameAs(formulas.no());
    assertThat(formulas.or(a, b, formulas.not(a))).isSameAs(formulas.yes());
    assertThat(formulas.and(formulas.or(a, b), formulas.not(formulas.or(b, a))))
        .isSameAs(formulas.no());
    assertThat(formulas.and(a, formulas.yes())).isSameAs(a);
    assertThat(formulas.or(a, formulas.yes())).isSameAs(formulas.yes());
    assertThat(formulas.and()).isSameAs(formulas.yes());
    assertThat(formulas.or()).isSameAs(formulas.no());
  }

  @Test
  void tests_that_no_value_or_every_value_passes_are_folded() {
    Field line = Field.line("line");
    assertThat(formulas.in(text, globs())).isSameAs(formulas.no());
    assertThat(formulas.in(text, globs("a", "*"))).isSameAs(formulas.present(text));
    assertThat(formulas.within(line, Intervals.none())).isSameAs(formulas.no());
    assertThat(formulas.within(line, Intervals.all())).isSameAs(formulas.present(line));
    assertThat(formulas.some(set, globs("*"))).isSameAs(formulas.present(set));
    assertThat(formulas.someOutside(set, globs("*"))).isSameAs(formulas.no());
    assertThat(formulas.someOutside(set, globs())).isSameAs(formulas.present(set));
  }

  @Test
  void one_name_has_one_sort_and_makers_do_not_mix() {
    formulas.present(Field.text("x"));
    assertThatThrownBy(() -> formulas.present(Field.set("x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> formulas.and(a, new Formulas().symbol("a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shared_parts_count_once() {
    Formula nested = a;
    for (int i = 0; i < 60; i++) {
      Formula one = formulas.symbol("s" + i);
      nested = formulas.or(formulas.and(nested, one), formulas.not(formulas.or(nested, one)));
    }
    assertThat(nested.size()).isLessThan(400);
    assertThat(nested.atoms()).hasSize(61);
    assertThat(nested.holds(Assignment.nothing())).isFalse();
  }

  @Test
  void five_thousand_parts_are_no_trouble() {
    List<Formula> parts = new ArrayList<>();
    IntStream.range(0, 5_000).forEach(i -> parts.add(formulas.in(text, globs("a" + i + "*"))));
    Formula any = formulas.or(parts);
    assertThat(any.size()).isEqualTo(5_001);
    assertThat(any.holds(Assignment.nothing().with(text, "a4999x"))).isTrue();
    assertThat(any.holds(Assignment.nothing().with(text, "b"))).isFalse();
  }
}
