package io.rolewright.analyze.cases;

import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.source.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a case should come out as. */
final class ExpectationFields {

  private ExpectationFields() {}

  static Expectation read(Fields fields) {
    return new Expectation(
        answer(fields, "expected"),
        reason(fields),
        uncertain(fields),
        answer(fields, "alternativeExpected"));
  }

  private static Optional<Boolean> answer(Fields fields, String name) {
    Optional<String> text = fields.text(name);
    if (text.isEmpty() || text.get().equals("allow") || text.get().equals("deny")) {
      return text.map("allow"::equals);
    }
    fields.error("`" + name + "` must be `allow` or `deny`", fields.at(name));
    return Optional.empty();
  }

  private static Optional<ReasonCode> reason(Fields fields) {
    Optional<String> text = fields.text("reasonCode");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>();
    for (ReasonCode code : ReasonCode.values()) {
      if (code.name().equals(text.get())) {
        return Optional.of(code);
      }
      known.add(code.name());
    }
    fields.error(
        "`" + text.get() + "` is no reason code" + Closest.hint(text.get(), known),
        fields.at("reasonCode"));
    return Optional.empty();
  }

  /** Items that cannot change a decision are known to the semantics, but not here. */
  private static Optional<Uncertainty> uncertain(Fields fields) {
    Optional<String> text = fields.text("uncertain");
    Optional<Uncertainty> item = text.flatMap(Uncertainty::named);
    if (text.isPresent() && item.isEmpty() && !isId(text.get())) {
      fields.error(
          "`" + text.get() + "` is no uncertain item such as `U5`", fields.at("uncertain"));
    }
    return item;
  }

  private static boolean isId(String text) {
    return text.length() > 1
        && text.charAt(0) == 'U'
        && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }
}
