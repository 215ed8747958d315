package io.rolewright.reason.encode;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.simulate.PolicyScope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says when statements apply, and what the policies of one layer say together (R2.1 to R2.3). */
final class LayerFormulas {

  private final Formulas formulas;
  private final PolicyScope scope;
  private final PrincipalFormulas principals;
  private final ElementFormulas elements;
  private final ConditionFormulas conditions;

  LayerFormulas(Terms terms, Callers callers, PolicyScope scope, boolean bounded) {
    this.formulas = terms.formulas();
    this.scope = scope;
    this.principals = new PrincipalFormulas(terms, callers, bounded);
    this.elements = new ElementFormulas(terms);
    this.conditions = new ConditionFormulas(terms);
  }

  /** Policies on levels of which each must allow. */
  Said say(List<List<PolicyDocument>> levels) {
    List<Formula> allLevels = new ArrayList<>();
    List<Formula> denies = new ArrayList<>();
    Map<Naming, List<Formula>> named = new EnumMap<>(Naming.class);
    for (List<PolicyDocument> level : levels) {
      List<Formula> allows = new ArrayList<>();
      for (PolicyDocument policy : level) {
        policy.statements().forEach(statement -> take(statement, allows, denies, named));
      }
      allLevels.add(formulas.or(allows));
    }
    Formula allows = levels.isEmpty() ? formulas.no() : formulas.and(allLevels);
    Map<Naming, Formula> byNaming = new EnumMap<>(Naming.class);
    named.forEach((naming, all) -> byNaming.put(naming, formulas.or(all)));
    return new Said(allows, formulas.or(denies), byNaming);
  }

  private void take(
      Statement statement,
      List<Formula> allows,
      List<Formula> denies,
      Map<Naming, List<Formula>> named) {
    Formula rest = rest(statement);
    if (!statement.isDeny()) {
      Formula allowing = formulas.and(rest, effect(statement, true));
      Map<Naming, Formula> ways = ways(statement, false);
      allows.add(formulas.and(allowing, formulas.or(ways.values())));
      ways.forEach(
          (way, formula) ->
              named
                  .computeIfAbsent(bound(way, statement), w -> new ArrayList<>())
                  .add(formulas.and(allowing, formula)));
    }
    if (!statement.isAllow()) {
      Formula who = formulas.or(ways(statement, statement.isDeny()).values());
      denies.add(formulas.and(rest, who, effect(statement, false)));
    }
  }

  /** Of a statement without a known effect: that it is this one. */
  private Formula effect(Statement statement, boolean allow) {
    if (statement.isAllow() || statement.isDeny()) {
      return formulas.yes();
    }
    Formula isAllow = formulas.symbol("the effect at " + statement.origin() + " is Allow");
    return allow ? isAllow : formulas.not(isAllow);
  }

  /** When the statement applies. */
  Formula applies(Statement statement) {
    return formulas.and(rest(statement), formulas.or(ways(statement, statement.isDeny()).values()));
  }

  private Map<Naming, Formula> ways(Statement statement, boolean deny) {
    return scope == PolicyScope.CALLER
        ? Map.of(Naming.STAR, formulas.yes())
        : principals.named(statement.principal(), scope, deny);
  }

  /** All elements but the principal. */
  private Formula rest(Statement statement) {
    List<Formula> all = new ArrayList<>();
    all.add(elements.covers(statement.action()));
    if (scope != PolicyScope.TRUST) {
      all.add(elements.covers(statement.resource()));
    }
    statement.conditions().forEach(condition -> all.add(conditions.holds(condition)));
    return formulas.and(all);
  }

  private static Naming bound(Naming way, Statement statement) {
    boolean binds =
        way == Naming.STAR && statement.conditions().stream().anyMatch(LayerFormulas::binds);
    return binds ? Naming.STAR_WITH_ARN : way;
  }

  /** R2.8: an aws:PrincipalArn condition that goes with a star. */
  private static boolean binds(Condition condition) {
    return condition.keyName().equals("aws:principalarn")
        && condition.operator().filter(LayerFormulas::demands).isPresent();
  }

  private static boolean demands(ConditionOperator operator) {
    return !operator.negated()
        && !operator.ifExists()
        && operator.comparison() != ConditionOperator.Comparison.NULL;
  }
}
