package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is demanded of one field, sorted by what it asks for. */
final class Demands {

  private final Domain.Presence presence;
  private final List<Literal> present = new ArrayList<>();
  private final List<Literal> absent = new ArrayList<>();
  private final List<Constraint> positive = new ArrayList<>();
  private final List<Constraint> negative = new ArrayList<>();

  Demands(List<Constraint> all, Domain.Presence presence) {
    this.presence = presence;
    for (Constraint constraint : all) {
      if (constraint.isPresence()) {
        (constraint.positive() ? present : absent).add(constraint.source());
      } else {
        (constraint.positive() ? positive : negative).add(constraint);
      }
    }
  }

  /** The tests to pass. */
  List<Constraint> positive() {
    return positive;
  }

  /** The tests not to pass. */
  List<Constraint> negative() {
    return negative;
  }

  /** Whether the field must be there. */
  boolean needValue() {
    return presence == Domain.Presence.ALWAYS || !present.isEmpty() || !positive.isEmpty();
  }

  /** The conflicts that there are whatever values would do. */
  List<Lemma> aboutPresence() {
    List<Lemma> lemmas = new ArrayList<>();
    List<Literal> needing = new ArrayList<>(present);
    positive.forEach(constraint -> needing.add(constraint.source()));
    if (presence == Domain.Presence.NEVER) {
      needing.forEach(literal -> lemmas.add(Lemma.against(List.of(literal))));
    } else if (presence == Domain.Presence.ALWAYS && !absent.isEmpty()) {
      lemmas.add(Lemma.against(absent.subList(0, 1)));
    } else if (!absent.isEmpty()) {
      needing.forEach(literal -> lemmas.add(Lemma.against(List.of(literal, absent.get(0)))));
    }
    return lemmas;
  }

  /** A literal for which the field must be there; none if it always is. */
  Optional<Literal> presenceLiteral() {
    if (presence == Domain.Presence.ALWAYS) {
      return Optional.empty();
    }
    return present.isEmpty()
        ? positive.stream().map(Constraint::source).findFirst()
        : Optional.of(present.get(0));
  }
}
