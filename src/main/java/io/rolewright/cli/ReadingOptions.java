package io.rolewright.cli;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.PolicyKind;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The options {@code --kind} and {@code --account}: what the input does not say of itself. */
final class ReadingOptions {

  private static final Choice<PolicyKind> KIND =
      new Choice<>(
          Arrays.stream(PolicyKind.values()).map(PolicyKind::shown).toList(), PolicyKind::named);

  private ReadingOptions() {}

  static void declare(CommandSpec spec) {
    spec.addOption(
        Typed.option(
                "--kind",
                "KIND",
                "What raw policies are whose kind cannot be told: trust, session, identity,"
                    + " boundary, resource, endpoint, scp or rcp.")
            .type(PolicyKind.class)
            .converters(KIND)
            .build());
    spec.addOption(
        Typed.option("--account", "ID", "The account, twelve digits, that owns what is read.")
            .type(String.class)
            .converters(ReadingOptions::number)
            .build());
  }

  static Optional<PolicyKind> kind(ParseResult typed) {
    return Optional.ofNullable(typed.matchedOptionValue("--kind", null));
  }

  static Optional<String> account(ParseResult typed) {
    return Optional.ofNullable(typed.matchedOptionValue("--account", null));
  }

  private static String number(String typed) {
    if (!AccountNumber.isOne(typed)) {
      throw new TypeConversionException("`" + typed + "` is not an account: twelve digits");
    }
    return typed;
  }
}
