package io.rolewright.rule.escalation;

import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.Ask;
import io.rolewright.rule.permission.Given;
import io.rolewright.rule.permission.Targets;

/** Which roles a holder may pass, to which services, and what he can do with it. */
public final class RolePassing {

  private static final String CALL = "iam:PassRole";
  private static final String SERVICE = "iam:PassedToService";

  private final Abilities abilities;

  /** About what a holder can do. */
  public RolePassing(Abilities abilities) {
    this.abilities = abilities;
  }

  /** Whether he may pass a role that nobody named to a service that nobody named. */
  public Ability anyToAny() {
    return any(Targets.FRESH + ".amazonaws.com");
  }

  /** Whether he may pass a role that nobody named to one service. */
  public Ability any(String service) {
    return abilities.can(
        Ask.of(CALL, abilities.bearer().fresh("role/*")).with(Given.is(SERVICE, service)));
  }

  /** Whether he may pass a role that nobody named, to some service at least. */
  public Ability anyToSome() {
    return abilities.can(CALL, abilities.bearer().fresh("role/*"));
  }
}
