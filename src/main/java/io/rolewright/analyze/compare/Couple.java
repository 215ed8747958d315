package io.rolewright.analyze.compare;

import io.rolewright.model.PolicyDocument;
import java.util.Optional;
import java.util.function.Function;

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

  /** A policy of each side, where it has one. */
  record Texts(Optional<PolicyDocument> before, Optional<PolicyDocument> after) {

    boolean areSame() {
      return before.equals(after);
    }

    boolean areLegal() {
      return before.map(Texts::isLegal).orElse(true) && after.map(Texts::isLegal).orElse(true);
    }

    private static boolean isLegal(PolicyDocument document) {
      return document.defects().isEmpty();
    }
  }

  /** A policy of the thing on each side. */
  Texts texts(Function<Holder, Optional<PolicyDocument>> policy) {
    return new Texts(before.flatMap(policy), after.flatMap(policy));
  }
}
