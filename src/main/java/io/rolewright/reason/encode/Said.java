package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When the policies of one layer allow, deny, and name the caller in their Allow statements.
 *
 * @param named by the way in which they name him; ways that do not occur may be missing
 */
record Said(Formula allows, Formula denies, Map<Naming, Formula> named) {

  /** When an Allow statement applies that names the caller in one of these ways. */
  Formula named(Formulas formulas, Naming... ways) {
    List<Formula> any = new ArrayList<>();
    for (Naming way : ways) {
      any.add(named.getOrDefault(way, formulas.no()));
    }
    return formulas.or(any);
  }

  /** One or the other. */
  static Said either(Formula first, Said ifFirst, Said otherwise, Formulas formulas) {
    Map<Naming, Formula> named = new EnumMap<>(Naming.class);
    for (Naming way : Naming.values()) {
      Formula one = ifFirst.named(formulas, way);
      named.put(way, choice(first, one, otherwise.named(formulas, way), formulas));
    }
    return new Said(
        choice(first, ifFirst.allows, otherwise.allows, formulas),
        choice(first, ifFirst.denies, otherwise.denies, formulas),
        named);
  }

  private static Formula choice(Formula first, Formula then, Formula or, Formulas formulas) {
    return formulas.or(formulas.and(first, then), formulas.and(formulas.not(first), or));
  }
}
