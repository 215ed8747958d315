package io.rolewright.analyze;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import io.rolewright.source.Closest;
import io.rolewright.source.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code rules}: for a rule's id or name a level, or a level and options. */
final class RuleSettingsReader {

  private static final List<String> LEVELS =
      List.of("off", "info", "low", "medium", "high", "critical");

  private final KnownRules known;
  private final List<Problem> problems;

  RuleSettingsReader(KnownRules known, List<Problem> problems) {
    this.known = known;
    this.problems = problems;
  }

  /** By rule id. */
  Map<String, RuleSetting> read(Section root) {
    Map<String, RuleSetting> settings = new HashMap<>();
    root.node("rules")
        .flatMap(node -> Section.open(node, "`rules`", problems))
        .ifPresent(section -> section.members().forEach(member -> add(member, settings)));
    return settings;
  }

  private void add(ObjectNode.Member member, Map<String, RuleSetting> settings) {
    Optional<RuleMetadata> rule = known.find(member.name());
    if (rule.isEmpty()) {
      problems.add(Problem.error(known.unknown(member.name()), member.key().origin()));
      return;
    }
    RuleSetting setting = setting(rule.get(), member.value());
    if (settings.put(rule.get().id(), setting) != null) {
      String message = "rule " + rule.get().id() + " is configured twice";
      problems.add(Problem.error(message, member.key().origin()));
    }
  }

  private RuleSetting setting(RuleMetadata rule, Node value) {
    return value.match(
        object -> detailed(rule, object),
        array -> wrong(array),
        scalar -> scalar.isNull() ? RuleSetting.DEFAULT : level(scalar, Map.of()));
  }

  private RuleSetting wrong(Node node) {
    problems.add(
        Problem.error("a rule's setting must be a level, or `level` and `options`", node.origin()));
    return RuleSetting.DEFAULT;
  }

  private RuleSetting detailed(RuleMetadata rule, ObjectNode object) {
    Optional<Section> section =
        Section.of(object, "the setting of a rule", Set.of("level", "options"), problems);
    if (section.isEmpty()) {
      return RuleSetting.DEFAULT;
    }
    Map<String, String> options = options(rule, section.get());
    return section
        .get()
        .scalar("level")
        .map(scalar -> level(scalar, options))
        .orElse(new RuleSetting(true, Optional.empty(), options));
  }

  private RuleSetting level(ScalarNode scalar, Map<String, String> options) {
    if (!LEVELS.contains(scalar.text())) {
      problems.add(
          Problem.error(
              "`"
                  + scalar.text()
                  + "` is no level"
                  + Closest.hint(scalar.text(), LEVELS)
                  + "; the levels are "
                  + String.join(", ", LEVELS),
              scalar.origin()));
      return new RuleSetting(true, Optional.empty(), options);
    }
    return new RuleSetting(!scalar.text().equals("off"), Severity.named(scalar.text()), options);
  }

  private Map<String, String> options(RuleMetadata rule, Section setting) {
    Map<String, String> options = new HashMap<>();
    setting
        .section("options", rule.options().keySet())
        .ifPresent(
            section -> {
              for (ObjectNode.Member member : section.members()) {
                List<String> values =
                    section.scalars(member.name()).stream().map(ScalarNode::text).toList();
                options.put(member.name(), String.join(",", values));
              }
            });
    options.keySet().retainAll(rule.options().keySet());
    return options;
  }
}
