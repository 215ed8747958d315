package io.rolewright.reason.estate;

import io.rolewright.model.Condition;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What some policies read of a request beside its caller, action and resource. */
final class Reading {

  private final PoliciesInForce policies;
  private final List<Statement> statements = new ArrayList<>();
  private final TreeMap<String, List<Condition>> conditions = new TreeMap<>();
  private final Set<String> variables = new HashSet<>();

  private Reading(PoliciesInForce policies) {
    this.policies = policies;
    add(policies.identity());
    policies.boundary().ifPresent(p -> add(List.of(p)));
    policies.resource().ifPresent(p -> add(List.of(p)));
  }

  /** What the policies of caller and resource read. */
  static Reading of(PoliciesInForce policies) {
    return new Reading(policies);
  }

  private void add(List<NamedPolicy> more) {
    for (NamedPolicy policy : more) {
      for (Statement statement : policy.document().statements()) {
        statements.add(statement);
        statement.conditions().forEach(this::add);
        statement.resource().patterns().forEach(this::addVariables);
      }
    }
  }

  private void add(Condition condition) {
    conditions.computeIfAbsent(condition.keyName(), k -> new ArrayList<>()).add(condition);
    condition.values().forEach(this::addVariables);
  }

  private void addVariables(Text text) {
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Variable variable) {
        variables.add(variable.key().toLowerCase(Locale.ROOT));
      }
    }
  }

  PoliciesInForce policies() {
    return policies;
  }

  /** The keys that conditions test, in lower case, ascending. */
  Set<String> tested() {
    return conditions.keySet();
  }

  /** The keys whose values stand in for variables, in lower case. */
  Set<String> variables() {
    return variables;
  }

  /** All keys that are read, in lower case, ascending. */
  Set<String> keys() {
    Set<String> all = new TreeSet<>(conditions.keySet());
    all.addAll(variables);
    return all;
  }

  /** The tests of a key. */
  List<Condition> of(String key) {
    return conditions.getOrDefault(key, List.of());
  }

  /** The sessions of a role that principal elements name, ascending. */
  Set<String> sessions() {
    Set<String> names = new TreeSet<>();
    for (Statement statement : statements) {
      for (PrincipalPattern pattern : statement.principal().patterns()) {
        if (pattern instanceof PrincipalPattern.Session session) {
          session
              .path()
              .plain()
              .filter(path -> path.indexOf('/') >= 0)
              .ifPresent(path -> names.add(path.substring(path.indexOf('/') + 1)));
        }
      }
    }
    return names;
  }

  /** Whether a principal element names a session of which a piece is not known. */
  boolean hasOpenSession() {
    return statements.stream()
        .flatMap(statement -> statement.principal().patterns().stream())
        .anyMatch(
            pattern ->
                pattern instanceof PrincipalPattern.Session session && session.path().hasUnknown());
  }

  /** What the policies leave open, for people, ascending. */
  List<String> unknowns() {
    Set<String> names = new TreeSet<>();
    for (Statement statement : statements) {
      statement.principal().patterns().forEach(p -> open(p.text(), names));
      statement.action().patterns().forEach(text -> open(text, names));
      statement.resource().patterns().forEach(text -> open(text, names));
      for (Condition condition : statement.conditions()) {
        condition.values().forEach(text -> open(text, names));
      }
    }
    return names.isEmpty() ? List.of("a part of a policy that cannot be read") : List.copyOf(names);
  }

  private static void open(Text text, Set<String> names) {
    text.unknowns().forEach(unknown -> names.add(unknown.name()));
  }

  /**
   * The policies without conditions, so that they allow at least what they allowed: an Allow
   * applies without its conditions, a Deny that has some does not.
   */
  PoliciesInForce widened() {
    return policies
        .withIdentity(policies.identity().stream().map(Reading::widened).toList())
        .withBoundary(policies.boundary().map(Reading::widened))
        .withResource(policies.resource().map(Reading::widened));
  }

  private static NamedPolicy widened(NamedPolicy policy) {
    List<Statement> left = new ArrayList<>();
    for (Statement statement : policy.document().statements()) {
      if (statement.conditions().isEmpty()) {
        left.add(statement);
      } else if (!statement.isDeny()) {
        left.add(statement.with(List.<Condition>of()));
      }
    }
    return new NamedPolicy(policy.name(), policy.document().with(left));
  }
}
