package io.rolewright.analyze;

import io.rolewright.rule.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration says of one rule.
 *
 * @param enabled false where the rule is {@code off}; a level switches a rule on whatever the
 *     profile
 * @param level the severity that every finding of the rule gets; empty leaves it to the rule
 * @param options by name, as text; the items of a list are joined by commas
 */
public record RuleSetting(boolean enabled, Optional<Severity> level, Map<String, String> options) {

  /** Of a rule that the configuration does not mention. */
  public static final RuleSetting DEFAULT = new RuleSetting(true, Optional.empty(), Map.of());

  public RuleSetting {
    options = Map.copyOf(options);
  }
}
