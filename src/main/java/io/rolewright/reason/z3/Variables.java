package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request says, as variables of a question: for each field whether it is present and its
 * text, its point or some texts in slots; for each symbol whether it is so. Their domains are
 * demanded as they are declared, but for the shapes of texts.
 */
final class Variables {

  /** A place for one text of a set; what is in it counts if {@code used}. */
  record Slot(String used, String text) {}

  private final Question question;
  private final Domains domains;
  private final Map<Field, String> present = new TreeMap<>();
  private final Map<Field, String> values = new TreeMap<>();
  private final Map<Field, List<Slot>> slots = new TreeMap<>();
  private final Map<String, String> symbols = new TreeMap<>();
  private int scale;

  Variables(Question question, Domains domains) {
    this.question = question;
    this.domains = domains;
  }

  /** Whether the field says something. */
  String present(Field field) {
    String known = present.get(field);
    if (known != null) {
      return known;
    }
    String term = question.declare("Bool");
    present.put(field, term);
    switch (domains.of(field).presence()) {
      case ALWAYS -> question.demand(term);
      case NEVER -> question.demand(Smt.not(term));
      default -> {}
    }
    return term;
  }

  /** The text of a field; means nothing if it is absent. */
  String text(Field field) {
    return values.computeIfAbsent(field, key -> question.declare("String"));
  }

  /**
   * The texts of a field, this many at most; one of them is used if the field is present. As many
   * suffice as there are demands for some text, and one: others could be left out.
   */
  List<Slot> slots(Field field, int atMost) {
    List<Slot> known = slots.get(field);
    if (known != null) {
      return known;
    }
    List<Slot> made = new ArrayList<>();
    for (int i = 0; i < Math.max(1, atMost); i++) {
      made.add(new Slot(question.declare("Bool"), question.declare("String")));
    }
    slots.put(field, made);
    String some = Smt.or(made.stream().map(Slot::used).toList());
    question.demand("(= " + present(field) + " " + some + ")");
    return made;
  }

  String symbol(Atom.Symbol symbol) {
    return symbols.computeIfAbsent(symbol.name(), key -> question.declare("Bool"));
  }

  /** The field has a point in these. */
  String within(Field field, Intervals points) {
    return Smt.and(present(field), in(point(field), points));
  }

  private String point(Field field) {
    String known = values.get(field);
    if (known != null) {
      return known;
    }
    Domain.Points domain = (Domain.Points) domains.of(field);
    String term = question.declare("Real");
    values.put(field, term);
    if (domain.whole()) {
      question.demand("(is_int " + term + ")");
    }
    question.demand(Smt.implies(present(field), in(term, domain.range())));
    return term;
  }

  private String in(String point, Intervals points) {
    List<String> spans = new ArrayList<>();
    for (Intervals.Span span : points.spans()) {
      List<String> ends = new ArrayList<>();
      span.low().ifPresent(low -> ends.add(compared(span.withLow() ? "<=" : "<", low, point)));
      span.high().ifPresent(high -> ends.add(compared(span.withHigh() ? ">=" : ">", high, point)));
      spans.add(Smt.and(ends));
    }
    return Smt.or(spans);
  }

  private String compared(String how, BigDecimal end, String point) {
    scale = Math.max(scale, end.scale());
    return "(" + how + " " + Smt.real(end) + " " + point + ")";
  }

  /** The request that the values are of. */
  Assignment request(Map<String, SExpression> said) {
    Assignment request = Assignment.nothing();
    for (Map.Entry<Field, String> field : present.entrySet()) {
      if (said.get(field.getValue()).isTrue()) {
        request = with(request, field.getKey(), said);
      }
    }
    for (Map.Entry<String, String> symbol : symbols.entrySet()) {
      if (said.get(symbol.getValue()).isTrue()) {
        request = request.with(new Atom.Symbol(symbol.getKey()));
      }
    }
    return request;
  }

  private Assignment with(Assignment request, Field field, Map<String, SExpression> said) {
    return switch (field.sort()) {
      case TEXT -> request.with(field, said.get(text(field)).text());
      case LINE -> request.with(field, said.get(point(field)).number(scale));
      case SET -> {
        List<String> texts = new ArrayList<>();
        for (Slot slot : slots.get(field)) {
          if (said.get(slot.used()).isTrue()) {
            texts.add(said.get(slot.text()).text());
          }
        }
        yield request.with(field, texts);
      }
    };
  }

  /** Makes sure that each field that was only said to be present can be given a value. */
  void complete() {
    for (Field field : List.copyOf(present.keySet())) {
      switch (field.sort()) {
        case TEXT -> text(field);
        case LINE -> point(field);
        case SET -> slots(field, 1);
        default -> throw new AssertionError(field.sort());
      }
    }
  }
}
