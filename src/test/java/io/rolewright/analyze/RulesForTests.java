package io.rolewright.analyze;

import io.rolewright.rule.Evidence;
import io.rolewright.rule.Finding;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Map;

/** Rules and findings for tests of configuration and suppression. */
final class RulesForTests {

  static final RuleMetadata TP001 = rule("TP001", "public-trust", Map.of());
  static final RuleMetadata XA001 =
      rule("XA001", "third-party-without-external-id", Map.of("vendors", ""));
  static final List<RuleMetadata> ALL = List.of(TP001, XA001);

  private RulesForTests() {}

  static Finding finding(RuleMetadata rule, Origin at, String subject) {
    return new Finding(rule, Severity.HIGH, at, "a fact", new Evidence.Shape(), List.of(), subject);
  }

  private static RuleMetadata rule(String id, String name, Map<String, String> options) {
    return new RuleMetadata(
        id,
        name,
        "title",
        Severity.HIGH,
        RuleMetadata.Precision.HIGH,
        RuleMetadata.Profile.RECOMMENDED,
        "0.1.0",
        List.of(),
        options,
        "advice",
        "trust/" + name + ".md");
  }
}
