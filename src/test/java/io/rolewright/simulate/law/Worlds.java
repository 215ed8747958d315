package io.rolewright.simulate.law;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Uncertainty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generators of worlds. Names come from small stocks, so that policies and requests meet often, and
 * so do the edges: wrong letter case, wildcards, variables, values that cannot be read.
 */
public final class Worlds {

  /** Every run takes the same cases; another seed takes others. */
  public static final String SEED = "20261123";

  private Worlds() {}

  /** Worlds under option A of every uncertain item. */
  public static Arbitrary<World> worlds() {
    return worlds(Arbitraries.just(Set.of()));
  }

  /** Worlds under any mixture of options. */
  public static Arbitrary<World> worldsUnderAnyOptions() {
    return worlds(options());
  }

  /** Up to four items of which option B is taken. */
  public static Arbitrary<Set<Uncertainty>> options() {
    return Arbitraries.of(Uncertainty.class).set().ofMaxSize(4);
  }

  private static Arbitrary<World> worlds(Arbitrary<Set<Uncertainty>> optionB) {
    Arbitrary<Boolean> trust = often(0.4);
    return trust.flatMap(
        isTrust ->
            Combinators.combine(
                    callers(),
                    Arbitraries.of(isTrust ? Stock.STS_ACTIONS : Stock.ACTIONS),
                    Arbitraries.of(isTrust ? Stock.ROLES : Stock.RESOURCES),
                    context(),
                    layers(),
                    terms(isTrust),
                    optionB)
                .as(World::new));
  }

  /** Every kind of caller, in two accounts. */
  public static Arbitrary<Caller> callers() {
    return Arbitraries.of(Stock.CALLERS);
  }

  /** What a request knows of itself; lists for some keys. */
  public static Arbitrary<Map<String, Object>> context() {
    Arbitrary<String> key = Arbitraries.of(Stock.KEYS);
    Arbitrary<Object> one = Stock.values().map(v -> v);
    Arbitrary<Object> several = Stock.values().list().ofMaxSize(3).map(v -> v);
    Arbitrary<Object> value = Arbitraries.frequencyOf(Tuple.of(3, one), Tuple.of(1, several));
    return Combinators.combine(key, value)
        .as(Map::entry)
        .list()
        .ofMaxSize(6)
        .map(
            entries -> {
              Map<String, Object> keys = new LinkedHashMap<>();
              entries.forEach(e -> keys.putIfAbsent(e.getKey(), e.getValue()));
              return keys;
            });
  }

  private static Arbitrary<World.Layers> layers() {
    Arbitrary<List<Map<String, Object>>> some = policies(false).list().ofMaxSize(2);
    return Combinators.combine(
            some,
            policies(false).optional(0.3),
            some.optional(0.3),
            policies(true).optional(0.7),
            policies(false).list().ofMaxSize(2).list().ofMaxSize(2).optional(0.2),
            policies(true).list().ofMaxSize(2).list().ofMaxSize(2).optional(0.2),
            policies(true).optional(0.1))
        .as(World.Layers::new);
  }

  private static Arbitrary<World.Terms> terms(boolean trust) {
    Arbitrary<Boolean> rarely = often(0.05);
    Arbitrary<Optional<String>> owner =
        Arbitraries.of(Stock.HOME, Stock.AWAY).optional(trust ? 0.05 : 0.6);
    return Combinators.combine(often(trust ? 1 : 0.1), owner, rarely, rarely, rarely)
        .as(World.Terms::new);
  }

  private static Arbitrary<Boolean> often(double share) {
    int of100 = (int) Math.round(share * 100);
    return Arbitraries.integers().between(1, 100).map(n -> n <= of100);
  }

  /**
   * Policies of up to three statements, some under the version without variables.
   *
   * @param named whether statements say whom they are about
   */
  public static Arbitrary<Map<String, Object>> policies(boolean named) {
    Arbitrary<String> version =
        Arbitraries.frequency(Tuple.of(9, "2012-10-17"), Tuple.of(1, "2008-10-17"));
    return Combinators.combine(version, statements(named).list().ofMinSize(1).ofMaxSize(3))
        .as(Worlds::policy);
  }

  static Map<String, Object> policy(String version, List<Map<String, Object>> statements) {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("Version", version);
    policy.put("Statement", statements);
    return policy;
  }

  /** Statements of every shape that the grammar allows, and NotPrincipal with Allow. */
  public static Arbitrary<Map<String, Object>> statements(boolean named) {
    Arbitrary<String> effect = Arbitraries.frequency(Tuple.of(3, "Allow"), Tuple.of(1, "Deny"));
    Arbitrary<Map.Entry<String, Object>> action = element("Action", Stock.ACTION_PATTERNS);
    Arbitrary<Map.Entry<String, Object>> resource = element("Resource", Stock.RESOURCE_PATTERNS);
    return Combinators.combine(
            effect, action, resource, principals(), conditions().optional(0.5), often(0.05))
        .as(
            (how, what, where, who, when, unnamed) -> {
              Map<String, Object> statement = new LinkedHashMap<>();
              statement.put("Effect", how);
              if (named && !unnamed) {
                statement.put(who.getKey(), who.getValue());
              }
              statement.put(what.getKey(), what.getValue());
              statement.put(where.getKey(), where.getValue());
              when.ifPresent(block -> statement.put("Condition", block));
              return statement;
            });
  }

  /** An element or its negation, with a string or a list. */
  private static Arbitrary<Map.Entry<String, Object>> element(String name, List<String> patterns) {
    Arbitrary<String> which = Arbitraries.frequency(Tuple.of(6, name), Tuple.of(1, "Not" + name));
    Arbitrary<Object> value =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(patterns).map(p -> (Object) p)),
            Tuple.of(2, Arbitraries.of("*").map(p -> (Object) p)),
            Tuple.of(2, Arbitraries.of(patterns).list().ofMaxSize(3).map(p -> (Object) p)));
    return Combinators.combine(which, value).as(Map::entry);
  }

  /** A principal element or its negation, by name. */
  public static Arbitrary<Map.Entry<String, Object>> principals() {
    Arbitrary<String> which =
        Arbitraries.frequency(Tuple.of(9, "Principal"), Tuple.of(1, "NotPrincipal"));
    Arbitrary<Object> value =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of("*").map(p -> (Object) p)),
            Tuple.of(8, Arbitraries.of(Stock.PRINCIPALS).list().ofMaxSize(3).map(Worlds::byType)));
    return Combinators.combine(which, value).as(Map::entry);
  }

  private static Object byType(List<Map.Entry<String, String>> entries) {
    Map<String, Object> types = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : entries) {
      List<String> list = new ArrayList<>();
      entries.stream()
          .filter(e -> e.getKey().equals(entry.getKey()))
          .forEach(e -> list.add(e.getValue()));
      types.put(entry.getKey(), list.size() == 1 ? list.get(0) : list);
    }
    return types;
  }

  /** Condition blocks of up to two operators with up to two keys each. */
  public static Arbitrary<Map<String, Object>> conditions() {
    Arbitrary<Object> values =
        Arbitraries.frequencyOf(
            Tuple.of(3, Stock.values().map(v -> (Object) v)),
            Tuple.of(2, Stock.values().list().ofMaxSize(3).map(v -> (Object) v)));
    Arbitrary<Map<String, Object>> tests =
        Combinators.combine(Arbitraries.of(Stock.KEYS), values)
            .as(Map::entry)
            .list()
            .ofMinSize(1)
            .ofMaxSize(2)
            .map(Worlds::distinct);
    return Combinators.combine(operators(), tests)
        .as((operator, test) -> Map.entry(operator, (Object) test))
        .list()
        .ofMaxSize(2)
        .map(
            entries -> {
              Map<String, Object> block = new LinkedHashMap<>();
              entries.forEach(e -> block.putIfAbsent(e.getKey(), e.getValue()));
              return block;
            });
  }

  /** Keys that differ in more than letter case. */
  private static Map<String, Object> distinct(List<Map.Entry<String, Object>> entries) {
    Map<String, Object> tests = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : entries) {
      if (tests.keySet().stream().noneMatch(entry.getKey()::equalsIgnoreCase)) {
        tests.put(entry.getKey(), entry.getValue());
      }
    }
    return tests;
  }

  /** Every operator with every qualifier and suffix it may have. */
  public static Arbitrary<String> operators() {
    Arbitrary<String> qualifier =
        Arbitraries.frequency(
            Tuple.of(3, ""), Tuple.of(1, "ForAllValues:"), Tuple.of(1, "ForAnyValue:"));
    return Combinators.combine(qualifier, Arbitraries.of(Stock.OPERATORS), often(0.3))
        .as((q, op, ifExists) -> q + op + (ifExists && !op.equals("Null") ? "IfExists" : ""));
  }
}
