package io.rolewright.analyze.fix;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Something new to be written. */
sealed interface Value {

  <R> R match(Function<Strings, R> strings, BiFunction<String, Value, R> nested);

  /** One string, or a list of several. */
  record Strings(List<String> texts) implements Value {
    public Strings {
      texts = List.copyOf(texts);
    }

    @Override
    public <R> R match(Function<Strings, R> strings, BiFunction<String, Value, R> nested) {
      return strings.apply(this);
    }
  }

  /** An object of one member. */
  record Nested(String name, Value value) implements Value {
    @Override
    public <R> R match(Function<Strings, R> strings, BiFunction<String, Value, R> nested) {
      return nested.apply(name, value);
    }
  }
}
