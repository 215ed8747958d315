package io.rolewright.rule.escalation;

import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.Bearer;
import io.rolewright.rule.permission.Targets;
import java.util.ArrayList;
import java.util.List;

/**
 * By what calls a holder can decide whom roles trust, or what bounds them, of roles that are not
 * his to look after (R6.2).
 *
 * @param action the call
 * @param ability his request
 */
public record TrustTakeover(String action, Ability.Able ability) {

  private static final List<String> ON_ROLES =
      List.of(
          "iam:UpdateAssumeRolePolicy",
          "iam:PutRolePermissionsBoundary",
          "iam:DeleteRolePermissionsBoundary");

  private static final List<String> ON_OIDC =
      List.of(
          "iam:CreateOpenIDConnectProvider",
          "iam:AddClientIDToOpenIDConnectProvider",
          "iam:UpdateOpenIDConnectProviderThumbprint");

  private static final List<String> ON_SAML =
      List.of("iam:CreateSAMLProvider", "iam:UpdateSAMLProvider");

  /** All that he can, the calls on roles first. */
  public static List<TrustTakeover> of(Abilities abilities) {
    List<TrustTakeover> found = new ArrayList<>();
    Bearer bearer = abilities.bearer();
    add(abilities, ON_ROLES, roles(bearer), found);
    add(abilities, ON_OIDC, bearer.fresh("oidc-provider/*"), found);
    add(abilities, ON_SAML, bearer.fresh("saml-provider/*"), found);
    return List.copyOf(found);
  }

  private static void add(
      Abilities abilities, List<String> actions, Targets targets, List<TrustTakeover> found) {
    for (String action : actions) {
      abilities
          .can(action, targets)
          .able()
          .ifPresent(able -> found.add(new TrustTakeover(action, able)));
    }
  }

  /** Roles of any name, without a path or with one that nobody named. */
  private static Targets roles(Bearer bearer) {
    return bearer.fresh("role/*").or(bearer.fresh("role/*/*"));
  }
}
