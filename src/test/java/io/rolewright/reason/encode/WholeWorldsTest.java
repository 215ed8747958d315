package io.rolewright.reason.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.law.World;
import io.rolewright.simulate.law.Worlds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    judge(trial.world());
    for (Map<String, Object> context : trial.contexts()) {
      judge(trial.world().with(context));
    }
  }

  /** With the caller's names as letters, and as fields. */
  private static void judge(World world) {
    Caller caller = world.caller();
    check(world, Callers.of(caller));
    check(world, Callers.all(caller.kind(), caller.partition().orElse("aws")));
  }

  private static void check(World world, Callers callers) {
    RawKeys keys = RawKeys.of(world);
    Formulas formulas = new Formulas();
    String owner = world.caller().account().orElse("");
    Formula allowed = AllowedFormula.of(formulas, keys, callers, world.inForce(), owner);
    Assignment request =
        keys.assignment()
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
