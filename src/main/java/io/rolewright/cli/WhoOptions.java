package io.rolewright.cli;

import io.rolewright.analyze.who.WhoQuestion;
import io.rolewright.model.AccountNumber;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code who}: how they are declared, and what was typed. */
final class WhoOptions {

  private final ParseResult typed;

  WhoOptions(ParseResult typed) {
    this.typed = typed;
  }

  static void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("ROLE")
            .arity("0..1")
            .type(String.class)
            .description("The role, by name or ARN.")
            .build());
    spec.addOption(
        Typed.option("--in", "FILE", "An account export, a template or a trust policy.")
            .type(Path.class)
            .converters(Typed::path)
            .required(true)
            .build());
    spec.addOption(
        Typed.option("--action", "ACTION", "Ask who can do this instead, such as s3:GetObject.")
            .type(String.class)
            .build());
    spec.addOption(
        Typed.option("--resource", "ARN", "What the action is done to; `*` if it has no resource.")
            .type(String.class)
            .build());
    spec.addOption(
        Typed.option("--resource-policy", "FILE", "The policy of that resource.")
            .type(Path.class)
            .converters(Typed::path)
            .build());
    spec.addOption(
        Typed.option("--account", "ID", "The account of roles of which the file does not say it.")
            .type(String.class)
            .converters(WhoOptions::account)
            .build());
    Reporting.OF_SIMULATIONS.declare(spec);
    spec.addOption(CrossChecking.option());
    spec.addOption(Typed.colour());
  }

  private static String account(String typed) {
    if (!AccountNumber.isOne(typed)) {
      throw new TypeConversionException("`" + typed + "` is no account: twelve digits are");
    }
    return typed;
  }

  /** What is wrong with what was typed, though each option is as it should be. */
  Optional<String> fault() {
    boolean role = typed.hasMatchedPositional(0);
    boolean action = typed.hasMatchedOption("--action");
    boolean resource = typed.hasMatchedOption("--resource");
    if (action != resource) {
      return Optional.of("`--action` and `--resource` go together");
    }
    if (role == action) {
      return Optional.of(
          role
              ? "name a role, or an action and a resource, not both"
              : "name a ROLE, or an action and a resource with `--action` and `--resource`");
    }
    Optional<String> notOne = this.<String>optional("--action").filter(a -> !isAction(a));
    if (notOne.isPresent()) {
      return Optional.of(
          "`" + notOne.get() + "` is not one action; it is written as `s3:GetObject`");
    }
    if (typed.hasMatchedOption("--resource-policy") && !action) {
      return Optional.of("`--resource-policy` goes with `--action` and `--resource`");
    }
    return Optional.empty();
  }

  private static boolean isAction(String typed) {
    return typed.matches("[A-Za-z0-9-]+:[A-Za-z0-9-]+");
  }

  WhoQuestion question() {
    Path file = typed.matchedOptionValue("--in", Path.of(""));
    Optional<String> account = optional("--account");
    Optional<Path> policy = optional("--resource-policy");
    Optional<WhoQuestion.Permission> permission =
        this.<String>optional("--action")
            .map(
                action ->
                    new WhoQuestion.Permission(
                        action, typed.matchedOptionValue("--resource", "*"), policy));
    Optional<String> role = Optional.ofNullable(typed.matchedPositionalValue(0, null));
    return new WhoQuestion(role, permission, file, account);
  }

  private <T> Optional<T> optional(String name) {
    return Optional.ofNullable(typed.matchedOptionValue(name, (T) null));
  }
}
