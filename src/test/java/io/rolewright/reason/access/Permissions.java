package io.rolewright.reason.access;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Policies as formulas, for tests: statements in the order they are given. */
final class Permissions {

  /** One statement; empty lists of exceptions mean that there are none. */
  record Rule(boolean allow, Formula formula) {}

  final Formulas formulas = new Formulas();
  final List<Source<String>> sources = new ArrayList<>();

  /** Action and resource are always there. */
  static Domains domains() {
    Domain always = Domain.Texts.any().with(Domain.Presence.ALWAYS);
    return Domains.free().with(AccessLines.ACTION, always).with(AccessLines.RESOURCE, always);
  }

  /** Lists divided by spaces; one that begins with an exclamation mark is a Not-element. */
  Rule rule(boolean allow, String actions, String resources, Formula... conditions) {
    List<Formula> all = new ArrayList<>(List.of(conditions));
    all.add(list(AccessLines.ACTION, actions.toLowerCase(Locale.ROOT), true));
    all.add(list(AccessLines.RESOURCE, resources, false));
    return new Rule(allow, formulas.and(all));
  }

  Rule allow(String actions, String resources, Formula... conditions) {
    return rule(true, actions, resources, conditions);
  }

  Rule deny(String actions, String resources, Formula... conditions) {
    return rule(false, actions, resources, conditions);
  }

  /** What the policy allows; its Allow statements become sources. */
  Formula policy(String name, Rule... rules) {
    List<Formula> allowed = new ArrayList<>();
    List<Formula> denied = new ArrayList<>();
    for (Rule rule : rules) {
      (rule.allow() ? allowed : denied).add(rule.formula());
      if (rule.allow()) {
        sources.add(new Source<>(name + "-" + allowed.size(), rule.formula()));
      }
    }
    return formulas.and(formulas.or(allowed), formulas.not(formulas.or(denied)));
  }

  private Formula list(Field field, String written, boolean ignoringCase) {
    boolean contrary = written.startsWith("!");
    List<Pattern> patterns =
        Stream.of((contrary ? written.substring(1) : written).split(" "))
            .map(Pattern::glob)
            .map(pattern -> ignoringCase ? pattern.ignoringCase() : pattern)
            .toList();
    Formula in = formulas.in(field, Language.of(patterns));
    return contrary ? formulas.not(in) : in;
  }

  /** A test of a key with one text. */
  Formula key(String name, String values) {
    return list(Field.text(name), values, false);
  }
}
