package io.rolewright.reason;

import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The values of a key whose value the caller chooses. */
final class Choices {

  private Choices() {}

  /**
   * Absence, then a fresh value, then whatever the policy compares the key with, one by one and,
   * for keys of several values, all at once.
   */
  static List<List<String>> of(
      List<Text> mentioned, boolean mayBeAbsent, UnaryOperator<String> variables) {
    List<List<String>> values = new ArrayList<>();
    if (mayBeAbsent) {
      values.add(List.of());
    }
    values.add(List.of("x"));
    List<String> instances = Instances.ofAll(mentioned, "x", variables::apply);
    instances.forEach(instance -> values.add(List.of(instance)));
    if (instances.size() > 1) {
      values.add(instances);
    }
    return values;
  }
}
