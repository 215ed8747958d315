package io.rolewright.rule.permission;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.ConditionOperator.SetQualifier;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.encode.KeyAvailability;
import io.rolewright.reason.solve.Domain;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import java.util.Locale;
import java.util.Optional;

/** Which conditions are met by no request that a question is about, as can be seen at a glance. */
final class Barring {

  private final Bearer bearer;
  private final Ask ask;
  private final KeyAvailability availability;

  Barring(Bearer bearer, Ask ask) {
    this.bearer = bearer;
    this.ask = ask;
    this.availability = new KeyAvailability(bearer.kind());
  }

  /** Whether it is not met, by what is known of the caller and of the action. */
  boolean isMetByNobody(Condition condition) {
    Optional<ConditionOperator> plain =
        condition.operator().filter(o -> o.set() == SetQualifier.NONE);
    if (plain.isEmpty() || condition.values().stream().anyMatch(Text::hasUnknown)) {
      return false;
    }
    if (condition.values().stream().anyMatch(value -> !value.variables().isEmpty())) {
      return demandsValue(plain.get()) && condition.values().stream().allMatch(this::isVoid);
    }
    return known(condition.keyName())
        .map(context -> new Request(bearer.caller(), ask.action(), "*", context))
        .filter(request -> new StatementMatch(request, bearer.owner()).holds(condition).isNo())
        .isPresent();
  }

  /** Whether some value must be met by one of the request (R1.32). */
  private static boolean demandsValue(ConditionOperator operator) {
    return !operator.negated()
        && !operator.ifExists()
        && operator.comparison() != Comparison.NULL
        && operator.comparison().hasVariables();
  }

  /** Whether a variable of the value has none itself, so that nothing is like it (R1.46). */
  private boolean isVoid(Text value) {
    return value.variables().stream().anyMatch(this::isAbsent);
  }

  private boolean isAbsent(TextPart.Variable variable) {
    return variable.defaultValue().isEmpty()
        && bearer
            .given(variable.key().toLowerCase(Locale.ROOT))
            .filter(given -> given.value().isEmpty())
            .isPresent();
  }

  /** What all requests that are asked about say of a key, if that is known. */
  private Optional<Context> known(String key) {
    Optional<Given> given = ask.given().stream().filter(each -> each.isOf(key)).findFirst();
    return given
        .or(() -> bearer.given(key))
        .filter(each -> !each.negated())
        .map(each -> each.value().map(v -> Context.EMPTY.with(key, v)).orElse(Context.EMPTY))
        .or(() -> given.isEmpty() && isNever(key) ? Optional.of(Context.EMPTY) : Optional.empty());
  }

  private boolean isNever(String key) {
    return key.startsWith("aws:") && availability.of(key, ask.action()) == Domain.Presence.NEVER;
  }
}
