package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.simulate.Request;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Requests as assignments: the way back from {@link Encoding#request}. */
public final class AskedOf {

  private static final BigDecimal SOME_TIME = new BigDecimal("1704067200");

  private final Encoding encoding;
  private final Domains domains;

  public AskedOf(Encoding encoding, Domains domains) {
    this.encoding = encoding;
    this.domains = domains;
  }

  /** What a request says, as far as such requests can say it; nothing if it is none of them. */
  public Optional<Assignment> said(Request request) {
    Assignment said =
        RawKeys.caller(request.principal())
            .with(Terms.ACTION, request.action().toLowerCase(Locale.ROOT))
            .with(Terms.RESOURCE, request.resource());
    for (Map.Entry<String, KeyForm> key : encoding.mentioned().entrySet()) {
      said = with(said, key.getValue(), request.context().get(key.getKey()));
    }
    Assignment all = said;
    return domains.laws().stream().allMatch(law -> law.holds(all))
        ? Optional.of(all)
        : Optional.empty();
  }

  private Assignment with(Assignment said, KeyForm form, List<String> values) {
    if (form instanceof KeyForm.One one && one.text().field().isPresent()) {
      Field field = one.text().field().get();
      return !values.isEmpty() && mayBe(field, values.get(0))
          ? said.with(field, values.get(0))
          : isAlways(field) ? said.with(field, "true") : said;
    }
    if (form instanceof KeyForm.Many many) {
      return said.with(many.set(), values);
    }
    return form instanceof KeyForm.Line line ? with(said, line, values) : said;
  }

  private Assignment with(Assignment said, KeyForm.Line line, List<String> values) {
    Optional<BigDecimal> point =
        values.stream().findFirst().flatMap(text -> Values.point(line.form(), text));
    if (values.isEmpty() || (point.isEmpty() && line.unreadable().isEmpty())) {
      return isAlways(line.line()) ? said.with(line.line(), SOME_TIME) : said;
    }
    return point.isPresent()
        ? said.with(line.line(), point.get())
        : said.with(new Atom.Symbol(line.unreadable().get()));
  }

  private boolean isAlways(Field field) {
    return domains.of(field).presence() == Domain.Presence.ALWAYS;
  }

  private boolean mayBe(Field field, String text) {
    return domains.of(field) instanceof Domain.Texts texts
        && texts.presence() != Domain.Presence.NEVER
        && texts.shape().map(shape -> shape.matches(text)).orElse(true);
  }
}
