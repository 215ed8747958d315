package io.rolewright.simulate.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Uncertainty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Two evaluators that share no code come to the same decision for the same reason: on whole worlds,
 * and on worlds in which everything hangs on one element of one statement.
 */
class SecondEvaluatorTest {

  private static final World.Terms ORDINARY =
      new World.Terms(false, Optional.empty(), false, false, false);

  @Provide
  Arbitrary<World> byDefault() {
    return Worlds.worlds();
  }

  @Provide
  Arbitrary<World> underAnyOptions() {
    return Worlds.worldsUnderAnyOptions();
  }

  /** One statement with a condition, of which everything else covers the request. */
  @Provide
  Arbitrary<World> ofOneCondition() {
    return Combinators.combine(
            Worlds.conditions(),
            Worlds.context(),
            Worlds.options(),
            Arbitraries.of("2012-10-17", "2012-10-17", "2008-10-17"))
        .as(
            (block, context, optionB, version) ->
                alone(
                    Stock.CALLERS.get(0),
                    Stock.RESOURCES.get(0),
                    context,
                    nobodyBut(version, statement("Condition", block)),
                    optionB));
  }

  @Provide
  Arbitrary<World> ofOneResource() {
    Arbitrary<String> element = Arbitraries.of("Resource", "NotResource");
    Arbitrary<List<String>> patterns = Arbitraries.of(Stock.RESOURCE_PATTERNS).list().ofMaxSize(2);
    return Combinators.combine(
            element,
            patterns,
            Worlds.context(),
            Worlds.options(),
            Arbitraries.of(Stock.RESOURCES),
            Arbitraries.of("2012-10-17", "2008-10-17"))
        .as(
            (name, list, context, optionB, resource, version) -> {
              World.Layers layers = nobodyBut(version, statement(name, list));
              return alone(Stock.CALLERS.get(0), resource, context, layers, optionB);
            });
  }

  /** One statement of a resource policy or trust policy that names somebody. */
  @Provide
  Arbitrary<World> ofOnePrincipal() {
    return Combinators.combine(
            Worlds.callers(),
            Worlds.principals(),
            Arbitraries.of("Allow", "Deny"),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Worlds.options())
        .as(
            (caller, who, effect, trust, bounded, optionB) -> {
              Map<String, Object> statement = statement(who.getKey(), who.getValue());
              statement.put("Effect", effect);
              World.Layers layers =
                  everything()
                      .withResource(Optional.of(policy("2012-10-17", statement)))
                      .withBoundary(bounded ? Optional.of(anything()) : Optional.empty());
              World.Terms terms = new World.Terms(trust, Optional.empty(), false, false, false);
              String action = trust ? "sts:TagSession" : "s3:GetObject";
              String resource = trust ? Stock.ROLES.get(0) : Stock.RESOURCES.get(3);
              return new World(caller, action, resource, Map.of(), layers, terms, optionB);
            });
  }

  private static World alone(
      Caller caller,
      String resource,
      Map<String, Object> context,
      World.Layers layers,
      Set<Uncertainty> optionB) {
    return new World(caller, "s3:GetObject", resource, context, layers, ORDINARY, optionB);
  }

  private static Map<String, Object> statement(String element, Object value) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", "Allow");
    statement.put("Action", "*");
    if (!element.equals("NotResource")) {
      statement.put("Resource", "*");
    }
    statement.put(element, value);
    return statement;
  }

  private static Map<String, Object> policy(String version, Map<String, Object> statement) {
    return Worlds.policy(version, List.of(statement));
  }

  private static Map<String, Object> anything() {
    return policy("2012-10-17", statement("Action", "*"));
  }

  private static World.Layers nobodyBut(String version, Map<String, Object> statement) {
    return everything().withIdentity(List.of(policy(version, statement)));
  }

  private static World.Layers everything() {
    return new World.Layers(
        List.of(anything()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Property(tries = 3_000, seed = Worlds.SEED)
  void both_evaluators_agree(@ForAll("byDefault") World world) {
    agree(world);
  }

  @Property(tries = 3_000, seed = Worlds.SEED)
  void both_agree_under_any_options(@ForAll("underAnyOptions") World world) {
    agree(world);
  }

  @Property(tries = 8_000, seed = Worlds.SEED)
  void both_agree_on_conditions(@ForAll("ofOneCondition") World world) {
    agree(world);
  }

  @Property(tries = 3_000, seed = Worlds.SEED)
  void both_agree_on_resources(@ForAll("ofOneResource") World world) {
    agree(world);
  }

  @Property(tries = 3_000, seed = Worlds.SEED)
  void both_agree_on_principals(@ForAll("ofOnePrincipal") World world) {
    agree(world);
  }

  private static void agree(World world) {
    assertThat(world.decide().reason().name()).isEqualTo(Naive.decide(world));
  }
}
