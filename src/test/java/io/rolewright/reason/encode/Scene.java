package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Operands;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each key is, so that a request is one assignment: every key is a field of its own. */
final class Scene {

  private final Samples samples;
  private final Map<String, KeyForm> forms = new TreeMap<>();

  Scene(Samples samples) {
    this.samples = samples;
    Samples.TEXT_KEYS.forEach(key -> forms.put(lower(key), textForm(lower(key))));
    if (samples.often(0.3)) {
      compose();
    }
    forms.put("aws:sourceip", line("aws:sourceip", PointForm.ADDRESS));
    forms.put("aws:epochtime", line("aws:epochtime", PointForm.EPOCH));
    forms.put("aws:currenttime", line("aws:currenttime", PointForm.DATE));
    forms.put("aws:multifactorauthage", line("aws:multifactorauthage", PointForm.NUMBER));
  }

  /** Keys that say the same things about the caller, as those of requests do. */
  private void compose() {
    Piece account = new Piece.Hole(Callers.ACCOUNT, Optional.empty());
    Piece path = new Piece.Hole(Callers.PATH, Optional.empty());
    Piece name = new Piece.Hole(Callers.USERNAME, Optional.empty());
    boolean known = samples.often(0.2);
    Piece of = known ? new Piece.Letters(Samples.OWNER) : account;
    Piece before = new Piece.Letters("arn:aws:iam::");
    Piece role = new Piece.Letters(":role/");
    List<Piece> last = samples.often(0.5) ? List.of(path, name) : List.of(name);
    List<Piece> arn = new ArrayList<>(List.of(before, of, role));
    arn.addAll(last);
    forms.put("aws:principalarn", new KeyForm.One(new Compound(Callers.merged(arn))));
    forms.put("s3:x", new KeyForm.One(new Compound(List.of(of))));
    forms.put("aws:username", new KeyForm.One(new Compound(List.of(name))));
  }

  private KeyForm textForm(String key) {
    if (Operands.isMultivalued(key) || samples.often(0.15)) {
      return new KeyForm.Many(Field.set(key));
    }
    return samples.often(0.1) ? new KeyForm.Never() : new KeyForm.One(Compound.of(Field.text(key)));
  }

  private static KeyForm line(String key, PointForm form) {
    return new KeyForm.Line(Field.line(key), Optional.of(key + " cannot be read"), form);
  }

  private static String lower(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  Terms terms() {
    return new Terms(
        new Formulas(), key -> forms.getOrDefault(key, new KeyForm.Never()), Samples.OWNER);
  }

  /** Every key is one text. */
  static Terms plain() {
    return new Terms(
        new Formulas(), key -> new KeyForm.One(Compound.of(Field.text(key))), Samples.OWNER);
  }

  /** A request with these keys, in lower case, where every key is one text. */
  static Given plain(Map<String, String> keys) {
    Given given = new Given(Context.EMPTY, Assignment.nothing());
    for (Map.Entry<String, String> key : keys.entrySet()) {
      given =
          new Given(
              given.context.with(key.getKey(), key.getValue()),
              given.assignment.with(Field.text(key.getKey()), key.getValue()));
    }
    return given;
  }

  /** A request's keys, and what they are in formulas. */
  record Given(Context context, Assignment assignment) {}

  Given given() {
    Given given = new Given(Context.EMPTY, caller());
    for (Map.Entry<String, KeyForm> entry : forms.entrySet()) {
      boolean composed = isComposed(entry.getValue());
      if (composed || samples.often(0.75)) {
        given = with(given, entry.getKey(), entry.getValue());
      }
    }
    return given;
  }

  private static boolean isComposed(KeyForm form) {
    return form instanceof KeyForm.One one
        && one.text().field().map(field -> !CallerShapes.of(field).isUniversal()).orElse(true);
  }

  private Assignment caller() {
    return Assignment.nothing()
        .with(Callers.ACCOUNT, samples.any(List.of(Samples.OWNER, "222222222222")))
        .with(Callers.PATH, samples.any(List.of("", "team/", "a:b/")))
        .with(Callers.USERNAME, samples.any(List.of("dana", "blue", "Dana", "*")));
  }

  private Given with(Given given, String key, KeyForm form) {
    if (isComposed(form)) {
      Compound text = ((KeyForm.One) form).text();
      return new Given(
          given.context.with(key, text.text(given.assignment).orElseThrow()), given.assignment);
    }
    if (form instanceof KeyForm.One one) {
      String text = samples.any(Samples.TEXTS);
      return new Given(
          given.context.with(key, text),
          given.assignment.with(one.text().field().orElseThrow(), text));
    }
    if (form instanceof KeyForm.Many many) {
      List<String> texts = new ArrayList<>();
      for (int i = samples.below(3); i >= 0; i--) {
        texts.add(samples.often(0.2) ? "" : samples.any(Samples.TEXTS));
      }
      return new Given(
          given.context.withList(key, texts), given.assignment.with(many.set(), texts));
    }
    return form instanceof KeyForm.Line line ? with(given, key, line) : given;
  }

  private Given with(Given given, String key, KeyForm.Line line) {
    List<String> stock =
        switch (line.form()) {
          case NUMBER -> Samples.NUMBERS;
          case DATE -> Samples.DATES;
          case EPOCH -> Samples.TIMES;
          case ADDRESS -> Samples.ADDRESSES;
        };
    String text = samples.any(stock);
    Optional<BigDecimal> point = Values.point(line.form(), text);
    return new Given(
        given.context.with(key, text),
        point
            .map(p -> given.assignment.with(line.line(), p))
            .orElseGet(() -> unreadable(given.assignment, line, text)));
  }

  private static Assignment unreadable(Assignment before, KeyForm.Line line, String text) {
    String name = line.unreadable().orElseThrow();
    Assignment so = before.with(new Atom.Symbol(name));
    return text.isEmpty() ? so.with(new Atom.Symbol(name + " (empty)")) : so;
  }

  static boolean isDecided(String symbol) {
    return symbol.contains(" cannot be read");
  }
}
