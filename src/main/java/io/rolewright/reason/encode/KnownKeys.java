package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Context;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What every request of some credentials says of some condition keys: just these values, or that
 * the key is absent. Keys that no policy reads are left alone.
 *
 * @param said the keys with their values
 * @param known which keys, by their names in lower case, are as {@code said} has them; of a key
 *     that {@code said} has not this means that it is absent
 * @param life the first and the last moment of a request, where they are known
 */
public record KnownKeys(Context said, Predicate<String> known, Optional<Life> life)
    implements Requests.Restriction {

  private static final String NOW = "aws:currenttime";
  private static final Language EMPTY = Language.of(List.of());

  /** From when to when requests can be made. */
  public record Life(Instant from, Instant until) {}

  @Override
  public Optional<List<String>> said(String key) {
    return known.test(key) ? Optional.of(said.get(key)) : Optional.empty();
  }

  @Override
  public Formula on(Encoding encoding) {
    Formulas formulas = encoding.formulas();
    List<Formula> all = new ArrayList<>();
    for (Map.Entry<String, KeyForm> key : encoding.mentioned().entrySet()) {
      if (known.test(key.getKey())) {
        all.add(says(key.getValue(), said.get(key.getKey()), formulas));
      }
      if (key.getKey().equals(NOW) || key.getKey().equals("aws:epochtime")) {
        all.add(alive(key.getValue(), formulas));
      }
    }
    return formulas.and(all);
  }

  private Formula alive(KeyForm form, Formulas formulas) {
    return life.filter(some -> form instanceof KeyForm.Line)
        .map(some -> Intervals.closed(seconds(some.from()), seconds(some.until())))
        .map(points -> formulas.within(((KeyForm.Line) form).line(), points))
        .orElse(formulas.yes());
  }

  private static BigDecimal seconds(Instant moment) {
    return BigDecimal.valueOf(moment.getEpochSecond());
  }

  /** A key that the callers cannot have but are said to have leaves no request at all. */
  private static Formula says(KeyForm form, List<String> values, Formulas formulas) {
    if (values.isEmpty()) {
      return formulas.not(new KeyPresence(formulas).of(form));
    }
    Language texts = Language.of(values.stream().map(Pattern::literal).toList());
    if (form instanceof KeyForm.Many many) {
      List<Formula> all = new ArrayList<>();
      values.forEach(v -> all.add(formulas.some(many.set(), one(v))));
      all.add(formulas.not(formulas.someOutside(many.set(), texts)));
      return formulas.and(all);
    }
    if (form instanceof KeyForm.Line line) {
      return says(line, values.get(0), formulas);
    }
    Language only = values.size() == 1 ? texts : EMPTY;
    return form instanceof KeyForm.One key ? key.text().in(only, formulas) : formulas.no();
  }

  private static Language one(String value) {
    return Language.of(List.of(Pattern.literal(value)));
  }

  private static Formula says(KeyForm.Line line, String value, Formulas formulas) {
    Optional<BigDecimal> point = Values.point(line.form(), value).filter(Intervals::canBeEnd);
    Formula unreadable = new KeyPresence(formulas).unreadable(line);
    return point
        .map(p -> formulas.within(line.line(), Intervals.closed(p, p)))
        .map(at -> formulas.and(at, formulas.not(unreadable)))
        .orElse(unreadable);
  }
}
