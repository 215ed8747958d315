package io.rolewright.reason.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PlainArn;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.law.World;
import io.rolewright.simulate.law.Worlds;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * The formula of all policies in force, evaluated at a request, says what the simulator decides.
 * The keys of these requests are as they come, whether or not AWS would send them together.
 */
class WholeWorldsTest {

  /** Policies with several requests to judge. */
  record Trial(World world, List<Map<String, Object>> contexts) {}

  @Provide
  Arbitrary<Trial> trials() {
    return Combinators.combine(Worlds.worlds(), Worlds.context().list().ofSize(9)).as(Trial::new);
  }

  @Property(tries = 5_100, seed = Worlds.SEED, shrinking = ShrinkingMode.BOUNDED)
  void formula_and_simulator_agree_on_every_request(@ForAll("trials") Trial trial) {
    Map<String, Said> said = new HashMap<>();
    judge(owned(trial.world()), said);
    for (Map<String, Object> context : trial.contexts()) {
      judge(owned(trial.world()).with(context), said);
    }
  }

  /** Whose a resource is must be told to the formula; the simulator sees it in the ARN. */
  private static World owned(World world) {
    boolean known =
        world.caller().account().isPresent() || world.terms().resourceAccount().isPresent();
    Optional<String> inArn = PlainArn.accountOf(world.resource());
    return known || inArn.isEmpty() ? world : world.ownedBy(inArn.get());
  }

  /** With the caller's names as letters, and as fields. */
  private static void judge(World world, Map<String, Said> said) {
    Caller caller = world.caller();
    Callers all = Callers.all(caller.kind(), caller.partition().orElse("aws"));
    Set<String> lists = RawKeys.lists(world);
    check(world, said.computeIfAbsent("this " + lists, k -> said(world, Callers.of(caller))));
    check(world, said.computeIfAbsent("all " + lists, k -> said(world, all)));
  }

  /** What policies allow, if just these keys are lists. */
  private record Said(RawKeys keys, Formulas formulas, Formula allowed) {}

  private static Said said(World world, Callers callers) {
    RawKeys keys = RawKeys.of(world);
    Formulas formulas = new Formulas();
    String owner = world.caller().account().orElse("");
    Formula allowed = AllowedFormula.of(formulas, keys, callers, world.inForce(), owner);
    return new Said(keys, formulas, allowed);
  }

  private static void check(World world, Said said) {
    Formula allowed = said.allowed();
    RawKeys keys = said.keys();
    Formulas formulas = said.formulas();
    Assignment request =
        keys.assignment(world.request())
            .and(RawKeys.caller(world.caller()))
            .with(Terms.ACTION, world.action().toLowerCase(Locale.ROOT))
            .with(Terms.RESOURCE, world.resource());
    Decision decision = world.decide();
    Unknowns unknowns = new Unknowns(formulas, keys.unreadable());
    boolean exact = unknowns.isExact(allowed);
    Statistics.label("said exactly").collect(exact);
    if (exact) {
      assertThat(allowed.holds(request))
          .as("%s of %s", allowed, request)
          .isEqualTo(decision.isAllowed());
    } else {
      boolean certainly = unknowns.whatever(allowed).holds(request);
      boolean certainlyNot = unknowns.whatever(formulas.not(allowed)).holds(request);
      assertThat(certainly && !decision.isAllowed()).as("%s of %s", allowed, request).isFalse();
      assertThat(certainlyNot && decision.isAllowed()).as("%s of %s", allowed, request).isFalse();
    }
  }
}
