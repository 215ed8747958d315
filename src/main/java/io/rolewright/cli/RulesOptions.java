package io.rolewright.cli;

import io.rolewright.analyze.PrivateRules;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.file.RuleLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The option {@code --rules}: where rules of the user's own are. */
final class RulesOptions {

  private static final String RULES = "--rules";

  private RulesOptions() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Typed.option(
                RULES,
                "DIR",
                "Rules of your own, beside those in .rolewright/rules, found upwards. Repeatable.")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters((String s) -> Typed.path(s))
            .build());
  }

  static List<Path> folders(ParseResult typed) {
    return typed.matchedOptionValue(RULES, List.of());
  }

  /** Loads the user's own rules. */
  static RuleLoader load(ParseResult typed, Terminal terminal) {
    return PrivateRules.load(folders(typed), terminal.directory(), terminal.directory());
  }

  /** The shipped rules and the user's own, those that cannot run included, by id. */
  static List<RuleMetadata> known(Engine engine, RuleLoader own) {
    List<RuleMetadata> rules = new ArrayList<>(engine.rules());
    own.rules().forEach(rule -> rules.add(rule.metadata()));
    rules.addAll(own.broken());
    rules.sort(Comparator.comparing(RuleMetadata::id));
    return rules;
  }
}
