package io.rolewright.rule.permission;

import java.util.List;
import java.util.Optional;

/**
 * Whether a holder is an administrator: he may do everything, or may write IAM without bound, which
 * is everything one call later (R6.1). Decided for all requests, conditions included.
 */
public final class Administrator {

  /** Of a service that AWS does not have, so that only wildcards cover it. */
  private static final String ANYTHING = "zz-fresh:ZzFreshAction";

  private Administrator() {}

  /** A request that shows it, with what grants it. */
  public static Optional<Ability.Able> of(Abilities abilities) {
    Bearer bearer = abilities.bearer();
    Ability attach = abilities.can("iam:AttachRolePolicy", bearer.fresh("role/*"));
    if (attach.able().isEmpty()) {
      return Optional.empty();
    }
    String anything = "arn:" + bearer.partition() + ":zz-fresh:us-east-1:";
    String fresh = anything + bearer.owner() + ":fresh/fresh";
    Optional<Ability.Able> all = abilities.can(ANYTHING, Targets.only(fresh)).able();
    return all.isPresent() ? all : attach.able().filter(able -> writesIam(abilities));
  }

  private static boolean writesIam(Abilities abilities) {
    Bearer bearer = abilities.bearer();
    return List.of(
            abilities.can("iam:PutRolePolicy", bearer.fresh("role/*")),
            abilities.can("iam:AttachUserPolicy", bearer.fresh("user/*")),
            abilities.can("iam:CreatePolicyVersion", bearer.fresh("policy/*")),
            abilities.can("iam:UpdateAssumeRolePolicy", bearer.fresh("role/*")))
        .stream()
        .allMatch(ability -> ability.able().isPresent());
  }
}
