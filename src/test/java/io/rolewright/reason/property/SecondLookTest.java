package io.rolewright.reason.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.access.Access;
import io.rolewright.reason.access.AccessLines;
import io.rolewright.reason.encode.Terms;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Cubes;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Implicants;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A list or a conclusion that is wrong is noticed, and a right one raises no alarm. */
class SecondLookTest {

  /** Keeps what it is told. */
  private static final class Notes implements Means.Review {
    private final List<String> differences = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();
    private int answers;

    @Override
    public boolean isThorough() {
      return true;
    }

    @Override
    public void take(Answer answer, Formula formula, Domains domains) {
      answers++;
    }

    @Override
    public void differs(String why) {
      differences.add(why);
    }

    @Override
    public void unchecked(String why) {
      unchecked.add(why);
    }
  }

  private final Notes notes = new Notes();
  private final Formulas formulas = new Formulas();
  private final Domains domains =
      Domains.free().with(Terms.ACTION, Domain.Texts.any().with(Domain.Presence.ALWAYS));
  private final Means means = Means.ordinary().withReview(notes);
  private final SecondLook look = new SecondLook(formulas, domains, means);
  private final Formula reading = formulas.and(action("s3:get*"), resource("a*"));
  private final Formula writing = formulas.and(action("s3:put*"), resource("b*"));
  private final Formula both = formulas.or(reading, writing);

  private Formula action(String... globs) {
    return formulas.in(Terms.ACTION, language(globs));
  }

  private Formula resource(String... globs) {
    return formulas.in(Terms.RESOURCE, language(globs));
  }

  private static Language language(String... globs) {
    return Language.of(List.of(globs).stream().map(Pattern::glob).toList());
  }

  private Access<String> lines(Formula formula) {
    return new AccessLines(formulas, domains, Means.ordinary()).of(formula, List.of());
  }

  @Test
  void a_right_list_raises_no_alarm() {
    Formula inner = formulas.and(action("s3:get*"), resource("ab*", "*c"), resource("*b*", "c*"));
    Formula messy = formulas.or(both, inner, formulas.and(action("s3:*t*"), resource("a?*")));
    look.at(lines(messy), messy);
    assertThat(notes.differences).isEmpty();
    assertThat(notes.unchecked).isEmpty();
    assertThat(notes.answers).isPositive();
  }

  @Test
  void a_line_that_is_missing_is_noticed_unless_the_list_says_so() {
    Access<String> part = lines(reading);
    look.at(new Access<>(part.lines(), Optional.of("it took too long")), both);
    assertThat(notes.differences).isEmpty();
    look.at(part, both);
    assertThat(notes.differences)
        .singleElement()
        .asString()
        .startsWith(
            "one way says that the list has all that it lists, another finds {action=s3:Put");
  }

  @Test
  void a_line_too_many_is_noticed() {
    look.at(lines(both), writing);
    assertThat(notes.differences)
        .singleElement()
        .asString()
        .startsWith("one way says that the list has nothing but what it lists, another finds ");
  }

  @Test
  void cases_that_are_not_the_formula_are_noticed() {
    Formula some = formulas.or(resource("a*"), resource("*z"));
    Cubes right = Implicants.all(formulas, some, domains, SearchBudget.ordinary());
    look.at(right, some);
    assertThat(notes.differences).isEmpty();
    look.at(new Cubes(right.cubes().subList(0, 1), Optional.empty()), some);
    assertThat(notes.differences).hasSize(1);
    look.at(right, resource("a*"));
    assertThat(notes.differences).hasSize(2);
  }

  /** As if of the actions of one letter one had been overlooked. */
  @Test
  void a_class_of_actions_that_was_overlooked_is_noticed() {
    List<String> most = new ArrayList<>();
    "abcdefghijklmnopqrstuvwxyz-012345678".chars().forEach(c -> most.add("s3:" + (char) c));
    Formula rest = formulas.and(action("s3:?"), formulas.not(action(most.toArray(String[]::new))));
    look.atNone(rest);
    assertThat(notes.differences.size() + notes.unchecked.size()).isEqualTo(1);
    look.atNone(formulas.and(rest, action("s3:9", "s3:8")));
    assertThat(notes.differences.get(notes.differences.size() - 1)).contains("action=s3:9");
    look.atNone(formulas.and(rest, action("s3:7", "s3:8")));
    assertThat(notes.differences.size() + notes.unchecked.size()).isEqualTo(2);
  }

  @Test
  void an_overlooked_request_is_noticed() {
    look.atNone(reading);
    assertThat(notes.differences)
        .singleElement()
        .asString()
        .startsWith(
            "one way says that no class of actions has a request, another finds {action=s3:get");
  }

  @Test
  void that_only_what_is_no_action_would_do_is_no_difference() {
    look.atNone(formulas.and(action("s3:_*"), resource("a")));
    assertThat(notes.differences).isEmpty();
    assertThat(notes.unchecked)
        .singleElement()
        .asString()
        .startsWith("asked of all actions at once, `s3:_");
  }

  @Test
  void nothing_is_asked_unless_it_is_wished() {
    Means ordinary = Means.ordinary().withReview((answer, formula, d) -> notes.answers++);
    new SecondLook(formulas, domains, ordinary).at(lines(reading), both);
    new SecondLook(formulas, domains, ordinary).atNone(reading);
    assertThat(notes.answers).isZero();
  }
}
