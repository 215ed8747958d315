package io.rolewright.rule.permission;

import io.rolewright.reason.encode.KeyTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is so of a condition key in the requests that a question is about.
 *
 * @param key as AWS writes it
 * @param value that it has, or must not have; none if it is absent
 * @param negated whether the value is one that it must not have
 */
public record Given(String key, Optional<String> value, boolean negated) {

  /** The key has this value. */
  public static Given is(String key, String value) {
    return new Given(key, Optional.of(value), false);
  }

  /** The key has another value, or is absent. */
  public static Given isNot(String key, String value) {
    return new Given(key, Optional.of(value), true);
  }

  /** The key is absent. */
  public static Given absent(String key) {
    return new Given(key, Optional.empty(), false);
  }

  KeyTest test() {
    if (value.isEmpty()) {
      return KeyTest.present(key).negated();
    }
    KeyTest same = KeyTest.oneOf(key, List.of(value.get()));
    return negated ? same.negated() : same;
  }

  boolean isOf(String name) {
    return key.toLowerCase(Locale.ROOT).equals(name);
  }
}
