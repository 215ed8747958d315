package io.rolewright.reason.access;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import java.util.List;

/**
 * Some actions, on some resources, under some conditions: it holds of a request whose action is in
 * {@code actions}, whose resource is as one of {@code resources} says, and of which all {@code
 * conditions} hold.
 *
 * @param resources one or more ways for a resource to be right, each a conjunction of tests; a way
 *     without tests is any resource
 * @param conditions tests of everything but action and resource, all of which must hold
 * @param sources labels of those that give some of it, in the order given. One is left out only if
 *     it is proved to give nothing of the line
 */
public record Line<S>(
    ActionSet actions, List<List<Literal>> resources, List<Literal> conditions, List<S> sources) {

  public Line {
    resources = resources.stream().map(List::copyOf).toList();
    conditions = List.copyOf(conditions);
    sources = List.copyOf(sources);
  }

  /** Whether any resource will do. */
  public boolean isForAnyResource() {
    return resources.contains(List.<Literal>of());
  }

  /** Whether the request is in this line. */
  public boolean holds(Assignment request) {
    return request.text(AccessLines.ACTION).filter(actions::contains).isPresent()
        && conditions.stream().allMatch(test -> test.holds(request))
        && resources.stream().anyMatch(way -> way.stream().allMatch(test -> test.holds(request)));
  }

  /** The same as a formula of {@code formulas}, which must have made the literals. */
  public Formula formula(Formulas formulas) {
    List<Formula> ways = resources.stream().map(way -> all(formulas, way)).toList();
    return formulas.and(actions.formula(formulas), formulas.or(ways), all(formulas, conditions));
  }

  static Formula all(Formulas formulas, List<Literal> literals) {
    return formulas.and(literals.stream().map(formulas::of).toList());
  }
}
