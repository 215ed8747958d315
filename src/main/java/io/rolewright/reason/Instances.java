package io.rolewright.reason;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.function.Function;

/** Strings that a text stands for, made by filling its wildcards and variables. */
public final class Instances {

  private Instances() {}

  /** One string that the text matches, where each {@code *} is filled with {@code filler}. */
  public static String of(Text text, String filler, Function<String, String> variables) {
    StringBuilder instance = new StringBuilder();
    for (TextPart part : text.parts()) {
      instance.append(fill(part, filler, variables));
    }
    return instance.toString();
  }

  private static String fill(TextPart part, String filler, Function<String, String> variables) {
    return part.match(
        new TextPart.Cases<>(
            TextPart.Literal::value,
            run -> filler,
            one -> "x",
            variable -> variables.apply(variable.key()),
            unknown -> unknown.typical().orElse("unknown"),
            own -> "own-account"));
  }
}
