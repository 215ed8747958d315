package io.rolewright.analyze.compare;

import java.util.Optional;

/** Two versions of the same thing; one of them is absent where it is only on one side. */
record Couple(Optional<Holder> before, Optional<Holder> after) {

  static Couple of(Holder before, Holder after) {
    return new Couple(Optional.of(before), Optional.of(after));
  }

  static Couple removed(Holder before) {
    return new Couple(Optional.of(before), Optional.empty());
  }

  static Couple added(Holder after) {
    return new Couple(Optional.empty(), Optional.of(after));
  }

  /** The new version if there is one, else the old one. */
  Holder shown() {
    return after.or(() -> before).orElseThrow();
  }

  /** The name in the old version, if it was another. */
  Optional<String> was() {
    return before.map(Holder::name).filter(name -> !name.equals(shown().name()));
  }

  /** Under which template conditions this is so. */
  String world() {
    String now = after.map(Holder::world).orElse("");
    String then = before.map(Holder::world).orElse("");
    if (after.isEmpty() || before.isEmpty() || now.equals(then)) {
      return shown().world();
    }
    return (now.isEmpty() ? "" : now + " ")
        + "(before: "
        + (then.isEmpty() ? "always" : then)
        + ")";
  }
}
