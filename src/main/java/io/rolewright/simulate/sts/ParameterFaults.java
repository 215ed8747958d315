package io.rolewright.simulate.sts;

import io.rolewright.source.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at each parameter on its own: is it one of the operation's, is its value well formed. */
final class ParameterFaults {

  private static final String LIMITS = "3.1";

  private final StsCall call;
  private final Signature signature;
  private final List<Fault> faults = new ArrayList<>();

  private ParameterFaults(StsCall call) {
    this.call = call;
    this.signature = Signature.of(call.operation());
  }

  static List<Fault> of(StsCall call) {
    ParameterFaults parameters = new ParameterFaults(call);
    for (Parameter parameter : Parameter.values()) {
      if (!call.all(parameter).isEmpty()) {
        parameters.look(parameter, call.all(parameter));
      }
    }
    return parameters.faults;
  }

  private void look(Parameter parameter, List<Given> values) {
    if (!signature.takes(parameter)) {
      foreign(parameter, values.get(0));
      return;
    }
    Optional<Shape> shape = Shape.of(parameter);
    shape.ifPresent(s -> count(parameter, s, values));
    for (Given value : values) {
      int before = faults.size();
      shape.ifPresent(s -> value(parameter, s, value));
      if (faults.size() == before) {
        faults.addAll(ParameterForms.faults(parameter, value));
      }
    }
  }

  private void foreign(Parameter parameter, Given value) {
    List<String> own = signature.parameters().stream().map(Parameter::shown).toList();
    String hint = Closest.hint(parameter.shown(), own);
    faults.add(
        new Fault(
            value.at(),
            "%s takes no `%s`%s".formatted(call.operation().shown(), parameter.shown(), hint),
            "take `%s` out".formatted(parameter.shown()),
            LIMITS));
  }

  private void count(Parameter parameter, Shape shape, List<Given> values) {
    int over = values.size() - shape.count();
    if (over > 0) {
      faults.add(
          new Fault(
              values.get(shape.count()).at(),
              "`%s` takes at most %d, %d are given"
                  .formatted(parameter.shown(), shape.count(), values.size()),
              "take %d of them out".formatted(over),
              LIMITS));
    }
  }

  private void value(Parameter parameter, Shape shape, Given given) {
    int length = given.value().codePointCount(0, given.value().length());
    if (length < shape.least() || length > shape.most()) {
      faults.add(tooLongOrShort(parameter, shape, given, length));
    }
    int other = shape.alphabet().firstOther(given.value());
    if (other >= 0) {
      faults.add(characters(parameter, shape, given, other));
    }
  }

  private static Fault tooLongOrShort(Parameter parameter, Shape shape, Given given, int length) {
    String fix =
        length < shape.least()
            ? "write at least %d characters more".formatted(shape.least() - length)
            : "take at least %d characters away".formatted(length - shape.most());
    return new Fault(
        given.at(),
        "`%s` needs %s, %s has %d"
            .formatted(parameter.shown(), shape.lengths(), Quoted.of(given.value()), length),
        fix,
        LIMITS);
  }

  private static Fault characters(Parameter parameter, Shape shape, Given given, int other) {
    return new Fault(
        given.at(),
        "`%s` takes %s, %s has %s"
            .formatted(
                parameter.shown(),
                shape.alphabet().shown(),
                Quoted.of(given.value()),
                character(other)),
        shape.alphabet() == Alphabet.DIGITS
            ? "write digits only"
            : "write " + Quoted.of(replaced(shape.alphabet(), given.value())),
        LIMITS);
  }

  /** A character that a person can see, or its number. */
  static String character(int c) {
    if (c == ' ') {
      return "a blank";
    }
    boolean visible = !Character.isISOControl(c) && !Character.isWhitespace(c);
    return visible ? "`" + Character.toString(c) + "`" : "U+%04X".formatted(c);
  }

  private static String replaced(Alphabet alphabet, String text) {
    StringBuilder replaced = new StringBuilder();
    text.codePoints().map(c -> alphabet.has(c) ? c : '-').forEach(replaced::appendCodePoint);
    return replaced.toString();
  }
}
