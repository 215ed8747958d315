package io.rolewright.reason.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.model.Condition;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.OpenPieces;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import io.rolewright.simulate.Truth;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Formulas of conditions, actions and resources say what the simulator says. */
class AgreementTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private int exact;
  private int sound;

  private static Statement statement(Map<String, Object> elements) {
    try {
      Map<String, Object> policy = Map.of("Version", "2012-10-17", "Statement", List.of(elements));
      SourceFile file = SourceFile.of("policy.json", JSON.writeValueAsString(policy));
      return new PolicyReader(Limits.DEFAULT)
          .read(
              OpenPieces.in(JsonReader.read(file, Limits.DEFAULT).roots().get(0)),
              PolicyKind.IDENTITY)
          .statements()
          .get(0);
    } catch (JsonProcessingException notWritable) {
      throw new AssertionError(notWritable);
    }
  }

  private static Request request(Scene.Given given, String action, String resource) {
    return new Request(Caller.user(Samples.OWNER, "dana"), action, resource, given.context());
  }

  @Test
  void conditions_hold_of_the_requests_of_which_the_simulator_says_so() {
    Samples samples = new Samples(4);
    for (int i = 0; i < 4_600; i++) {
      Scene scene = new Scene(samples);
      Condition condition = condition(samples, i % 4 == 0 ? 0.4 : 0);
      Formula formula = new ConditionFormulas(scene.terms()).holds(condition);
      for (int j = 0; j < 15; j++) {
        Scene.Given given = scene.given();
        Truth truth =
            new StatementMatch(request(given, "s3:x", "*"), Samples.OWNER).holds(condition);
        compare(truth, formula, given.assignment(), samples, condition);
      }
    }
    assertThat(exact + sound).isGreaterThan(60_000);
    assertThat(sound).isLessThan(exact / 5);
  }

  @Test
  void actions_are_covered_as_the_simulator_says() {
    Samples samples = new Samples(5);
    for (int i = 0; i < 1_500; i++) {
      Scene scene = new Scene(samples);
      List<String> patterns = samples.several(() -> samples.actionPattern(0.2));
      Statement statement =
          statement(
              Map.of("Effect", "Allow", samples.maybeNot("Action"), patterns, "Resource", "*"));
      Formula formula = new ElementFormulas(scene.terms()).covers(statement.action());
      for (String action : Samples.ACTIONS) {
        Scene.Given given = scene.given();
        Truth truth =
            new StatementMatch(request(given, action, "*"), Samples.OWNER)
                .matchesAction(statement.action());
        Assignment assignment =
            given.assignment().with(Terms.ACTION, action.toLowerCase(Locale.ROOT));
        compare(truth, formula, assignment, samples, patterns);
      }
    }
    assertThat(exact).isGreaterThan(5_000);
    assertThat(sound).isZero();
  }

  @Test
  void resources_are_covered_as_the_simulator_says() {
    Samples samples = new Samples(6);
    for (int i = 0; i < 3_000; i++) {
      Scene scene = new Scene(samples);
      double unknown = i % 4 == 0 ? 0.5 : 0;
      List<String> patterns = samples.several(() -> samples.resourcePattern(unknown));
      Statement statement =
          statement(
              Map.of("Effect", "Allow", "Action", "*", samples.maybeNot("Resource"), patterns));
      Formula formula = new ElementFormulas(scene.terms()).covers(statement.resource());
      for (int j = 0; j < 12; j++) {
        Scene.Given given = scene.given();
        String resource = samples.any(Samples.RESOURCES);
        Truth truth =
            new StatementMatch(request(given, "s3:x", resource), Samples.OWNER)
                .matchesResource(statement);
        Assignment assignment = given.assignment().with(Terms.RESOURCE, resource);
        compare(truth, formula, assignment, samples, patterns);
      }
    }
    assertThat(exact).isGreaterThan(20_000);
    assertThat(sound).isLessThan(exact / 10);
  }

  @Test
  void colons_in_the_values_of_variables_move_the_parts_of_an_arn() {
    List<String> patterns =
        List.of("${s3:x}:role/*", "arn:aws:${s3:x}:role/*", "*:${s3:x}*:?", "arn:${s3:x}:*:e:*");
    List<String> values = new ArrayList<>(Samples.TEXTS);
    values.addAll(List.of("b:c", "aws:iam", "b:c:d", "a:x:c:d:e:f:g", "arn:b:c:d:e:role/f:g"));
    for (String pattern : patterns) {
      Condition condition = condition("ArnLike", "aws:SourceArn", List.of(pattern));
      Terms terms = Scene.plain();
      Formula formula = new ConditionFormulas(terms).holds(condition);
      for (String inside : values) {
        for (String value : values) {
          Scene.Given given = Scene.plain(Map.of("s3:x", inside, "aws:sourcearn", value));
          Truth truth =
              new StatementMatch(request(given, "s3:x", "*"), Samples.OWNER).holds(condition);
          compare(truth, formula, given.assignment(), new Samples(0), condition);
        }
      }
    }
    assertThat(sound).isPositive();
  }

  private static Condition condition(Samples samples, double unknown) {
    String key = samples.key();
    return condition(samples.operator(key), key, samples.values(key, unknown));
  }

  private static Condition condition(String operator, String key, List<String> values) {
    Map<String, Object> block = Map.of(operator, Map.of(key, values));
    return statement(Map.of("Effect", "Allow", "Action", "*", "Resource", "*", "Condition", block))
        .conditions()
        .get(0);
  }

  /** Whatever unknown pieces are; if there are approximate symbols, some truth of them agrees. */
  private void compare(
      Truth truth, Formula formula, Assignment given, Samples samples, Object what) {
    if (truth == Truth.UNKNOWN) {
      return;
    }
    Assignment filled = given;
    for (Field field : formula.fields()) {
      filled =
          field.name().startsWith("<") ? filled.with(field, samples.any(Samples.TEXTS)) : filled;
    }
    List<String> open = new ArrayList<>();
    for (Formula.Atomic atomic : formula.atoms()) {
      if (atomic.atom() instanceof Atom.Symbol symbol && !Scene.isDecided(symbol.name())) {
        open.add(symbol.name());
      }
    }
    boolean agrees = agrees(truth.isYes(), formula, filled, open);
    assertThat(agrees).as("%s is %s of %s by%n%s", what, truth, filled, formula).isTrue();
    if (open.isEmpty()) {
      exact++;
    } else {
      sound++;
    }
  }

  private static boolean agrees(
      boolean expected, Formula formula, Assignment given, List<String> open) {
    if (open.isEmpty()) {
      return formula.holds(given) == expected;
    }
    List<String> rest = open.subList(1, open.size());
    return agrees(expected, formula, given, rest)
        || agrees(expected, formula, given.with(new Atom.Symbol(open.get(0))), rest);
  }
}
