package io.rolewright.simulate;

import io.rolewright.model.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The policies of one layer, ready to be asked. */
final class LayerTest {

  /** A policy with its statements. */
  private record Policy(int level, NamedPolicy policy, List<StatementTest> statements) {}

  /** What a layer says to one request. */
  static final class Said {

    Truth allows = Truth.YES;
    Truth denies = Truth.NO;
    final Truth[] forms = new Truth[FORMS.length];
    final List<Statement> allowing = new ArrayList<>();
    final List<Statement> denying = new ArrayList<>();
    final List<Trace.PolicyTrace> traces = new ArrayList<>();

    Said() {
      Arrays.fill(forms, Truth.NO);
    }

    private final PrincipalTest.Found found = new PrincipalTest.Found();

    /** Takes how one statement names the caller; the same for all, cleared. */
    private PrincipalTest.Found found() {
      found.clear();
      return found;
    }

    /** Whether nothing here is unknown. */
    boolean isCertain() {
      boolean certain = allows != Truth.UNKNOWN && denies != Truth.UNKNOWN;
      for (Truth form : forms) {
        certain &= form != Truth.UNKNOWN;
      }
      return certain;
    }

    Truth form(Form form) {
      return forms[form.ordinal()];
    }
  }

  private static final Form[] FORMS = Form.values();

  private final List<Policy> policies = new ArrayList<>();
  private final int levels;

  private LayerTest(List<List<NamedPolicy>> levels, Assumptions assumptions) {
    this.levels = levels.size();
    for (int level = 0; level < levels.size(); level++) {
      for (NamedPolicy policy : levels.get(level)) {
        List<StatementTest> tests = new ArrayList<>();
        policy.document().statements().forEach(s -> tests.add(StatementTest.of(s, assumptions)));
        policies.add(new Policy(level, policy, tests));
      }
    }
  }

  /** Policies on levels of which each must allow. */
  static LayerTest of(List<List<NamedPolicy>> levels, Assumptions assumptions) {
    return new LayerTest(levels, assumptions);
  }

  /** What the layer says; without levels it allows nothing. */
  Said say(Facts facts, PolicyScope scope, Trail trail) {
    Said said = new Said();
    Truth[] allowsAtLevel = new Truth[Math.max(levels, 1)];
    Arrays.fill(allowsAtLevel, Truth.NO);
    for (Policy policy : policies) {
      List<Trace.StatementTrace> traces =
          trail.isKept() ? new ArrayList<>(policy.statements().size()) : List.of();
      for (StatementTest test : policy.statements()) {
        Truth allows = ask(test, facts, scope, said, trail);
        allowsAtLevel[policy.level()] = allowsAtLevel[policy.level()].or(allows);
        if (trail.isKept()) {
          traces.add(new Trace.StatementTrace(test.statement(), trail.taken()));
        }
      }
      if (trail.isKept()) {
        said.traces.add(new Trace.PolicyTrace(policy.level(), policy.policy(), traces));
      }
    }
    for (Truth level : allowsAtLevel) {
      said.allows = said.allows.and(level);
    }
    return said;
  }

  /** Takes in what one statement says; its answer is whether it allows. */
  private static Truth ask(
      StatementTest test, Facts facts, PolicyScope scope, Said said, Trail trail) {
    boolean names = scope != PolicyScope.CALLER;
    PrincipalTest.Found found = names ? said.found() : PrincipalTest.Found.NOTHING;
    Truth matches = test.matches(facts, scope, found, trail);
    if (matches.isNo()) {
      return matches;
    }
    Statement statement = test.statement();
    Truth allows = Truth.NO;
    if (!statement.isDeny()) {
      allows = statement.isAllow() ? matches : Truth.UNKNOWN;
      said.allowing.add(statement);
      if (names) {
        addForms(test, found, allows, said);
      }
    }
    if (!statement.isAllow()) {
      said.denies = said.denies.or(statement.isDeny() ? matches : Truth.UNKNOWN);
      said.denying.add(statement);
    }
    return allows;
  }

  private static void addForms(
      StatementTest test, PrincipalTest.Found found, Truth allows, Said said) {
    for (Form form : FORMS) {
      boolean star = form == Form.STAR && test.testsPrincipalArn();
      int as = (star ? Form.STAR_WITH_ARN : form).ordinal();
      said.forms[as] = said.forms[as].or(found.forms[form.ordinal()].and(allows));
    }
  }
}
