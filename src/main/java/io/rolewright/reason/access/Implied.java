package io.rolewright.reason.access;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Literal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether literals make a formula true or false by themselves, whatever the other tests say. */
final class Implied {

  /** What is known of a formula. */
  enum Value {
    YES,
    NO,
    OPEN;

    Value contrary() {
      return this == OPEN ? OPEN : this == YES ? NO : YES;
    }
  }

  private final Map<Atom, Boolean> known = new HashMap<>();

  Implied(List<Literal> literals) {
    literals.forEach(literal -> known.put(literal.atom(), literal.positive()));
  }

  Value of(Formula formula) {
    return formula.match(
        new Formula.Cases<>(
            constant -> constant.value() ? Value.YES : Value.NO,
            atomic -> ofAtom(atomic.atom()),
            not -> of(not.inner()).contrary(),
            and -> joined(and.parts(), Value.NO),
            or -> joined(or.parts(), Value.YES)));
  }

  private Value ofAtom(Atom atom) {
    Boolean value = known.get(atom);
    return value == null ? Value.OPEN : value ? Value.YES : Value.NO;
  }

  /** One part of the deciding value decides; all of the contrary do too. */
  private Value joined(List<Formula> parts, Value deciding) {
    boolean open = false;
    for (Formula part : parts) {
      Value value = of(part);
      if (value == deciding) {
        return deciding;
      }
      open |= value == Value.OPEN;
    }
    return open ? Value.OPEN : deciding.contrary();
  }
}
