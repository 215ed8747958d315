package io.rolewright.cli;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.source.Closest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * The option {@code --assume U5=B}: which reading of AWS's documents is taken where they leave
 * something open.
 */
final class Assuming {

  private static final String NAME = "--assume";

  /** One item with the option taken. */
  private record Taken(Uncertainty item, boolean b) {}

  private Assuming() {}

  static OptionSpec option() {
    return OptionSpec.builder(NAME)
        .paramLabel("ITEM=A|B")
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(Taken.class)
        .converters(Assuming::taken)
        .description(
            "Take the other reading of an uncertain item, such as U5=B. Repeatable; reports name"
                + " the items that a verdict hangs on.")
        .build();
  }

  /** What was typed; of an item typed twice the last counts. */
  static Assumptions of(ParseResult typed) {
    List<Taken> all = typed.matchedOptionValue(NAME, List.of());
    Assumptions assumptions = Assumptions.DEFAULT;
    for (Taken taken : all) {
      if (assumptions.isB(taken.item()) != taken.b()) {
        assumptions = assumptions.flipped(taken.item());
      }
    }
    return assumptions;
  }

  private static Taken taken(String typed) {
    int equals = typed.indexOf('=');
    String option = equals < 1 ? "" : typed.substring(equals + 1);
    if (!option.equals("A") && !option.equals("B")) {
      throw new TypeConversionException("`" + typed + "` is not of the form ITEM=A or ITEM=B");
    }
    String id = typed.substring(0, equals);
    return new Taken(Uncertainty.named(id).orElseThrow(() -> unknown(id)), option.equals("B"));
  }

  private static TypeConversionException unknown(String id) {
    List<String> ids = Arrays.stream(Uncertainty.values()).map(Enum::name).toList();
    String known = ids.stream().map(i -> "`" + i + "`").collect(Collectors.joining(", "));
    return new TypeConversionException(
        "`" + id + "` is no uncertain item; they are " + known + Closest.hint(id, ids, 1));
  }
}
