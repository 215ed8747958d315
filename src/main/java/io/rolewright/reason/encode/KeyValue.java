package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.simulate.Context;
import java.math.BigDecimal;
import java.util.Optional;

/** Writes what an assignment says of a key into the context of a request. */
final class KeyValue {

  /** Stands for a text that is neither number nor date nor address. */
  private static final String UNREADABLE = "unreadable";

  private final String key;
  private final CallerKeys keys;
  private final Assignment assignment;

  KeyValue(String key, CallerKeys keys, Assignment assignment) {
    this.key = key;
    this.keys = keys;
    this.assignment = assignment;
  }

  /** The context with the key under this name; unchanged if it is absent. */
  Context addTo(KeyForm form, String name, Context context) {
    if (form instanceof KeyForm.One one) {
      return one.text().text(assignment).map(text -> context.with(name, text)).orElse(context);
    }
    if (form instanceof KeyForm.Many many) {
      return context.withList(name, assignment.texts(many.set()));
    }
    return form instanceof KeyForm.Line line
        ? point(line).map(text -> context.with(name, text)).orElse(context)
        : context;
  }

  private Optional<String> point(KeyForm.Line line) {
    Optional<BigDecimal> point = assignment.point(line.line());
    boolean unreadable = line.unreadable().filter(assignment::isTrue).isPresent();
    return point
        .map(p -> keys.pointForm(key).written(p))
        .or(() -> unreadable ? Optional.of(UNREADABLE) : Optional.empty());
  }
}
