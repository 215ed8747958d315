package io.rolewright.cli;

import io.rolewright.model.AccountNumber;
import io.rolewright.report.Format;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Options and values that several commands take. */
final class Typed {

  private static final Choice<Colour> COLOUR =
      new Choice<>(Arrays.stream(Colour.values()).map(Colour::shown).toList(), Typed::colour);

  private Typed() {}

  static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name).paramLabel(label).arity("1").description(description);
  }

  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .arity("0")
        .description(description)
        .build();
  }

  static OptionSpec colour() {
    return option("--color", "WHEN", "Colour the text report: auto (default), always or never.")
        .type(Colour.class)
        .converters(COLOUR)
        .build();
  }

  static Colour colour(ParseResult typed) {
    return typed.matchedOptionValue("--color", Colour.AUTO);
  }

  static boolean trace(ParseResult typed) {
    return typed.hasMatchedOption("--trace");
  }

  static OptionSpec trace() {
    return flag("Tell every step of every decision.", "--trace");
  }

  private static Optional<Colour> colour(String word) {
    return Stream.of(Colour.values()).filter(c -> c.shown().equals(word)).findFirst();
  }

  /** The number of an account. */
  static String account(String typed) {
    if (!AccountNumber.isOne(typed)) {
      throw new TypeConversionException("`" + typed + "` is not an account: twelve digits");
    }
    return typed;
  }

  static Path path(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("`" + typed + "` cannot be a path");
    }
  }

  /**
   * A report to be written to a file.
   *
   * @param example of what can be typed
   */
  static OutputFile outputFile(String typed, Choice<Format> formats, String example) {
    int equals = typed.indexOf('=');
    if (equals < 1 || equals == typed.length() - 1) {
      throw new TypeConversionException(
          "`" + typed + "` is not of the form FORMAT=FILE, such as `" + example + "`");
    }
    return new OutputFile(
        formats.convert(typed.substring(0, equals)), path(typed.substring(equals + 1)));
  }
}
