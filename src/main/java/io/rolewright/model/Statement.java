package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * One statement of a policy. It applies to a request that matches its principal, action, resource
 * and every condition (R2.1).
 *
 * @param effectAt the value of {@code Effect}, or the statement where it is missing
 * @param conditions one per operator and key, in written order; all must hold (R1.26)
 */
public record Statement(
    Origin origin,
    Optional<Text> sid,
    Effect effect,
    Origin effectAt,
    PrincipalElement principal,
    ActionElement action,
    ResourceElement resource,
    List<Condition> conditions) {

  public Statement {
    conditions = List.copyOf(conditions);
  }

  /** One that no file holds: an Allow without conditions. */
  public static Statement allow(
      Origin at, PrincipalElement principal, ActionElement action, ResourceElement resource) {
    return new Statement(
        at, Optional.empty(), Effect.ALLOW, at, principal, action, resource, List.of());
  }

  /** Whether a template leaves open all that it says: it may allow or deny anything. */
  public boolean isOpen() {
    return effect == Effect.UNKNOWN
        && origin.isSamePlace(principal.origin())
        && !principal.patterns().isEmpty();
  }

  public boolean isAllow() {
    return effect == Effect.ALLOW;
  }

  public boolean isDeny() {
    return effect == Effect.DENY;
  }

  /** This statement under other conditions. */
  public Statement with(List<Condition> others) {
    return new Statement(origin, sid, effect, effectAt, principal, action, resource, others);
  }

  /** This statement for other principals. */
  public Statement with(PrincipalElement other) {
    return new Statement(origin, sid, effect, effectAt, other, action, resource, conditions);
  }

  /** How a message refers to this statement: its Sid, or its line. */
  public String shown() {
    return sid.map(s -> "statement `" + s.shown() + "`")
        .orElseGet(() -> "the statement on line " + origin.start().line());
  }
}
