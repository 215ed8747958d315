package io.rolewright.reason.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.solve.Solver;
import io.rolewright.reason.strings.ActionClasses;
import io.rolewright.reason.strings.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessLinesTest {

  private static final List<String> PARTS = List.of("a", "b", "ab", "ba", "aba");
  private static final List<String> RESOURCES = List.of("a", "b", "ab", "ba", "c");
  private static final List<String> KEYS = List.of("k", "l");
  private static final List<Assignment> REQUESTS = requests();

  private static List<Assignment> requests() {
    List<Assignment> requests = new ArrayList<>();
    for (String service : PARTS) {
      for (String name : PARTS) {
        for (String resource : RESOURCES) {
          Assignment request =
              Assignment.nothing()
                  .with(AccessLines.ACTION, service + ":" + name)
                  .with(AccessLines.RESOURCE, resource);
          requests.add(request);
          requests.add(request.with(Field.text("k"), "a"));
          requests.add(request.with(Field.text("k"), "b").with(Field.text("l"), "a"));
          requests.add(request.with(Field.text("k"), "a").with(Field.text("l"), "a"));
        }
      }
    }
    return requests;
  }

  /** Formulas shaped like sessions: a few policies, all of which must allow. */
  private static final class Writer {
    private final Random random;
    private final Permissions made = new Permissions();

    Writer(long seed) {
      random = new Random(seed);
    }

    Formula session() {
      List<Formula> policies = new ArrayList<>();
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        policies.add(policy("p" + i));
      }
      return made.formulas.and(policies);
    }

    private Formula policy(String name) {
      Permissions.Rule[] rules = new Permissions.Rule[1 + random.nextInt(4)];
      for (int i = 0; i < rules.length; i++) {
        rules[i] =
            made.rule(
                random.nextInt(4) > 0,
                list(2, this::action),
                list(3, () -> text("ab*?", 2)),
                random.nextInt(3) == 0 ? condition() : made.formulas.yes());
      }
      return made.policy(name, rules);
    }

    private Formula condition() {
      String key = KEYS.get(random.nextInt(2));
      Formula test =
          random.nextInt(4) == 0
              ? made.formulas.present(Field.text(key))
              : made.key(key, text("ab*", 1));
      return random.nextBoolean() ? test : made.formulas.not(test);
    }

    private String list(int most, java.util.function.Supplier<String> one) {
      List<String> all = new ArrayList<>();
      for (int i = 1 + random.nextInt(most); i > 0; i--) {
        all.add(one.get());
      }
      return (random.nextInt(6) == 0 ? "!" : "") + String.join(" ", all);
    }

    private String action() {
      return random.nextInt(8) == 0 ? "*" : text("ab*?", 2) + ":" + text("aab**?", 3);
    }

    private String text(String letters, int most) {
      StringBuilder text = new StringBuilder();
      for (int i = 1 + random.nextInt(most); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      return text.toString();
    }
  }

  private static Access<String> lines(Permissions made, Formula formula) {
    return new AccessLines(made.formulas, Permissions.domains(), SearchBudget.ordinary())
        .of(formula, made.sources);
  }

  @Test
  void the_lines_are_exactly_the_access() {
    for (int seed = 0; seed < 3_000; seed++) {
      Writer writer = new Writer(seed);
      Formula session = writer.session();
      Access<String> access = lines(writer.made, session);
      assertThat(access.missing()).isEmpty();
      for (Assignment request : REQUESTS) {
        if (access.holds(request) != session.holds(request)) {
          assertThat(access.holds(request))
              .as("%s: %s of %s by %s", seed, request, session, access.lines())
              .isEqualTo(session.holds(request));
        }
      }
    }
  }

  @Test
  void the_formula_of_the_lines_holds_of_the_same_requests_as_they_do() {
    for (int seed = 0; seed < 300; seed++) {
      Writer writer = new Writer(seed);
      Access<String> access = lines(writer.made, writer.session());
      Formula formula = access.formula(writer.made.formulas);
      for (Assignment request : REQUESTS) {
        assertThat(formula.holds(request)).isEqualTo(access.holds(request));
      }
    }
  }

  /** Asked class by class, as one request of a class stands for all actions of it. */
  @Test
  void no_line_is_covered_by_the_others() {
    for (int seed = 0; seed < 500; seed++) {
      Writer writer = new Writer(seed);
      Formulas formulas = writer.made.formulas;
      Access<String> access = lines(writer.made, writer.session());
      for (Line<String> line : access.lines()) {
        List<Formula> others = new ArrayList<>(List.of(line.formula(formulas)));
        access.lines().stream()
            .filter(other -> other != line)
            .forEach(other -> others.add(formulas.not(other.formula(formulas))));
        assertThat(isPossible(formulas, formulas.and(others)))
            .as("%s: %s in %s", seed, line, access)
            .isTrue();
      }
    }
  }

  private static boolean isPossible(Formulas formulas, Formula formula) {
    ActionLists lists = new ActionLists(List.of(formula));
    List<ActionClasses.ActionClass> classes =
        ActionClasses.of(lists.languages(), Budget.ordinary()).orElseThrow().classes();
    for (ActionClasses.ActionClass one : classes) {
      Assignment action = Assignment.nothing().with(AccessLines.ACTION, one.representative());
      Formula rest = formulas.restrict(formula, action, Set.of(AccessLines.ACTION));
      if (new Solver().solve(rest, Permissions.domains(), SearchBudget.ordinary())
          instanceof Answer.Satisfied) {
        return true;
      }
    }
    return false;
  }

  @Test
  void sources_left_out_give_nothing_of_a_line() {
    for (int seed = 0; seed < 500; seed++) {
      Writer writer = new Writer(seed);
      Access<String> access = lines(writer.made, writer.session());
      for (Line<String> line : access.lines()) {
        for (Source<String> source : writer.made.sources) {
          if (!line.sources().contains(source.label())) {
            assertThat(REQUESTS)
                .as("%s: %s of %s", seed, line, source)
                .noneMatch(request -> line.holds(request) && source.formula().holds(request));
          }
        }
      }
    }
  }

  @Test
  void what_is_taken_away_is_what_one_has_and_the_other_has_not() {
    for (int seed = 0; seed < 300; seed++) {
      Writer writer = new Writer(seed);
      Formula before = writer.policy("before");
      Formula after = writer.made.formulas.and(before, writer.policy("after"));
      AccessLines lines =
          new AccessLines(writer.made.formulas, Permissions.domains(), SearchBudget.ordinary());
      Access<String> taken = lines.minus(before, after, writer.made.sources);
      for (Assignment request : REQUESTS) {
        assertThat(taken.holds(request)).isEqualTo(before.holds(request) && !after.holds(request));
      }
      assertThat(lines.minus(after, before, writer.made.sources).isNothing()).isTrue();
    }
  }

  @Test
  void a_spent_budget_is_said_and_nothing_is_taken_for_proved() {
    Writer writer = new Writer(4);
    Access<String> access =
        new AccessLines(writer.made.formulas, Permissions.domains(), SearchBudget.ofSteps(20))
            .of(writer.session(), writer.made.sources);
    assertThat(access.isComplete()).isFalse();
    assertThat(access.isNothing()).isFalse();
  }

  @Test
  void laws_about_actions_are_made_use_of() {
    for (int seed = 0; seed < 300; seed++) {
      Writer writer = new Writer(seed);
      Formulas formulas = writer.made.formulas;
      Formula session = writer.session();
      Formula always = writer.made.rule(true, "a:* b:a*", "*").formula();
      Formula law = formulas.or(formulas.not(always), formulas.present(Field.text("k")));
      AccessLines lines =
          new AccessLines(formulas, Permissions.domains().withLaw(law), SearchBudget.ordinary());
      Access<String> access = lines.of(session, writer.made.sources);
      assertThat(access.missing()).isEmpty();
      for (Assignment request : REQUESTS) {
        if (law.holds(request)) {
          assertThat(access.holds(request)).isEqualTo(session.holds(request));
        }
      }
    }
  }

  @Test
  void a_condition_that_a_law_grants_is_not_mentioned() {
    Permissions made = new Permissions();
    Formula key = made.formulas.present(Field.text("k"));
    Formula law = made.formulas.or(made.rule(true, "!s3:*", "*").formula(), key);
    Access<String> access =
        new AccessLines(made.formulas, Permissions.domains().withLaw(law), SearchBudget.ordinary())
            .of(made.policy("role", made.allow("s3:*", "*", key)), made.sources);
    assertThat(access.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.conditions()).isEmpty());
  }
}
