package io.rolewright.parse.cloudformation;

import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Parameters that choose among a few principals. Each choice is a world of its own, since one may
 * let everybody in and the next one nobody. Other parameters stay open: their values make names,
 * and telling the same of a role under each of its names would help nobody.
 */
final class Choices {

  /** More choices than a reader wants to hear of, and than worlds that are looked at. */
  private static final int MOST = 8;

  private final World world;

  Choices(World world) {
    this.world = world;
  }

  /** The value that a parameter has in this world; nothing where it is no such choice. */
  Optional<ScalarNode> among(Parameter parameter, Origin at) {
    Map<String, String> values = new TreeMap<>();
    parameter.among().forEach(value -> values.put(value, value));
    return among(parameter.unknown().shown(), values, at);
  }

  /**
   * What comes of a choice in this world.
   *
   * @param left what is chosen, as comparisons show it
   * @param values by what it may be, what comes of it
   */
  Optional<ScalarNode> among(String left, Map<String, String> values, Origin at) {
    if (values.size() > MOST || !values.values().stream().allMatch(Choices::isPrincipal)) {
      return Optional.empty();
    }
    return values.keySet().stream()
        .filter(key -> world.holds(new Atom(left, key, true, values.keySet())))
        .findFirst()
        .map(key -> Pieces.given(at, values.get(key)));
  }

  private static boolean isPrincipal(String value) {
    return value.equals("*") || isAccount(value) || isArn(value);
  }

  private static boolean isArn(String value) {
    return value.startsWith("arn:") && (value.contains(":iam::") || value.contains(":sts::"));
  }

  private static boolean isAccount(String value) {
    return value.length() == 12 && value.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
