package io.rolewright.simulate.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Changes of policies that should, or should not, change decisions. */
final class Changes {

  private static final Set<String> LISTS =
      Set.of("Action", "NotAction", "Resource", "NotResource", "AWS", "Service", "Federated");

  private Changes() {}

  static UnaryOperator<Map<String, Object>> withStatement(Map<String, Object> statement) {
    return policy -> {
      List<Map<String, Object>> statements = new ArrayList<>(statements(policy));
      statements.add(statement);
      return with(policy, statements);
    };
  }

  static Map<String, Object> statementsTwice(Map<String, Object> policy) {
    List<Map<String, Object>> statements = new ArrayList<>(statements(policy));
    statements.addAll(statements(policy));
    return with(policy, statements);
  }

  /** Members, lists and statements in another order; one string as a list and the reverse. */
  static UnaryOperator<Map<String, Object>> spelledOtherwise(long seed) {
    return policy -> members(policy, new Random(seed), "");
  }

  private static Map<String, Object> members(
      Map<String, Object> object, Random random, String within) {
    List<String> names = new ArrayList<>(object.keySet());
    Collections.shuffle(names, random);
    Map<String, Object> other = new LinkedHashMap<>();
    for (String name : names) {
      boolean list = LISTS.contains(name) || within.equals("tests");
      String inside =
          name.equals("Condition") ? "operators" : within.equals("operators") ? "tests" : "";
      other.put(name, respelled(object.get(name), random, inside, list));
    }
    return other;
  }

  @SuppressWarnings("unchecked")
  private static Object respelled(Object value, Random random, String within, boolean list) {
    if (value instanceof Map<?, ?> object) {
      return members((Map<String, Object>) object, random, within);
    }
    if (value instanceof List<?> items) {
      List<Object> others = new ArrayList<>();
      items.forEach(item -> others.add(respelled(item, random, within, false)));
      Collections.shuffle(others, random);
      return list && others.size() == 1 ? others.get(0) : others;
    }
    return list ? List.of(value) : value;
  }

  /** Key names and action names in the other letter case. */
  static Map<String, Object> otherCase(Map<String, Object> policy) {
    List<Map<String, Object>> statements = new ArrayList<>();
    for (Map<String, Object> statement : statements(policy)) {
      Map<String, Object> other = new LinkedHashMap<>(statement);
      other.computeIfPresent("Action", (name, value) -> upper(value));
      other.computeIfPresent("NotAction", (name, value) -> upper(value));
      other.computeIfPresent("Condition", (name, block) -> upperKeys(block));
      statements.add(other);
    }
    return with(policy, statements);
  }

  private static Object upper(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(Changes::upper).toList()
        : ((String) value).toUpperCase(Locale.ROOT);
  }

  private static Object upperKeys(Object block) {
    Map<String, Object> operators = new LinkedHashMap<>();
    ((Map<?, ?>) block)
        .forEach(
            (operator, tests) -> {
              Map<String, Object> others = new LinkedHashMap<>();
              ((Map<?, ?>) tests).forEach((key, value) -> others.put((String) upper(key), value));
              operators.put((String) operator, others);
            });
    return operators;
  }

  /** Policies in reverse order. */
  static World.Layers reversed(World.Layers layers) {
    return layers
        .withIdentity(reversed(layers.identity()))
        .withSession(layers.session().map(Changes::reversed))
        .withScps(
            layers.scps().map(levels -> reversed(levels.stream().map(Changes::reversed).toList())))
        .withRcps(
            layers.rcps().map(levels -> reversed(levels.stream().map(Changes::reversed).toList())));
  }

  /** Every policy of a list twice. */
  static World.Layers policiesTwice(World.Layers layers) {
    return layers
        .withIdentity(twice(layers.identity()))
        .withSession(layers.session().map(Changes::twice))
        .withScps(
            Optional.of(layers.scps().orElse(List.of()).stream().map(Changes::twice).toList()))
        .withRcps(
            Optional.of(layers.rcps().orElse(List.of()).stream().map(Changes::twice).toList()));
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> other = new ArrayList<>(list);
    Collections.reverse(other);
    return other;
  }

  private static <T> List<T> twice(List<T> list) {
    List<T> other = new ArrayList<>(list);
    other.addAll(list);
    return other;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> statements(Map<String, Object> policy) {
    return (List<Map<String, Object>>) policy.get("Statement");
  }

  private static Map<String, Object> with(
      Map<String, Object> policy, List<Map<String, Object>> statements) {
    Map<String, Object> other = new LinkedHashMap<>(policy);
    other.put("Statement", statements);
    return other;
  }
}
