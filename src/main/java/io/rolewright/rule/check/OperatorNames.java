package io.rolewright.rule.check;

import io.rolewright.model.ConditionOperator;
import io.rolewright.source.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Did-you-mean for condition operators. Asked only where a name is wrong. */
final class OperatorNames {

  private static final List<String> QUALIFIERS = List.of("ForAllValues", "ForAnyValue");

  private OperatorNames() {}

  /** The operator that was probably meant, if any is near: in AWS's spelling, its parts kept. */
  static List<String> near(String written) {
    int colon = written.indexOf(':');
    String qualifier = colon < 0 ? "" : nearest(written.substring(0, colon), QUALIFIERS) + ":";
    String name = written.substring(colon + 1);
    boolean ifExists = name.toLowerCase(Locale.ROOT).endsWith("ifexists");
    String base = ifExists ? name.substring(0, name.length() - "IfExists".length()) : name;
    List<String> names = new ArrayList<>();
    ConditionOperator.baseNames().forEach(names::add);
    String meant = nearest(base, names);
    if (meant.isEmpty() || qualifier.equals(":")) {
      return List.of();
    }
    return List.of(qualifier + meant + (ifExists && !meant.equals("Null") ? "IfExists" : ""));
  }

  /** The nearest of the names, within a third of the length; empty where none is near. */
  private static String nearest(String written, List<String> names) {
    return Closest.to(written, names, Math.max(1, written.length() / 3)).orElse("");
  }
}
