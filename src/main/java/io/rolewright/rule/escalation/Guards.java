package io.rolewright.rule.escalation;

import io.rolewright.catalog.EscalationPath;
import io.rolewright.catalog.EscalationPath.Kind;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the calls of an escalation must say besides for it to be one: the policy attached is the
 * administrator's, the role passed goes to the service, and whoever is written to is not bounded.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html">Keys
 *     of IAM's actions</a>
 */
final class Guards {

  private static final String BOUNDARY = "iam:PermissionsBoundary";

  private static final Set<String> BOUNDED =
      Set.of(
          "iam:CreateRole",
          "iam:AttachRolePolicy",
          "iam:PutRolePolicy",
          "iam:AttachUserPolicy",
          "iam:PutUserPolicy");

  private Guards() {}

  static Given[] of(String action, String service, EscalationPath path, Abilities abilities) {
    List<Given> given = new ArrayList<>();
    if (action.equals("iam:PassRole") && !service.isEmpty()) {
      given.add(Given.is("iam:PassedToService", service));
    }
    if (action.startsWith("iam:Attach")) {
      String policy = "iam::aws:policy/AdministratorAccess";
      String arn = "arn:" + abilities.bearer().partition() + ":" + policy;
      given.add(Given.is("iam:PolicyARN", arn));
    }
    if (BOUNDED.contains(action)) {
      given.add(bounded(path, abilities));
    }
    if (action.startsWith("iam:Put") && action.endsWith("PermissionsBoundary")) {
      abilities.boundaryName().ifPresent(name -> given.add(Given.isNot(BOUNDARY, name)));
    }
    return given.toArray(Given[]::new);
  }

  /** Somebody else may as well be one without a boundary. */
  private static Given bounded(EscalationPath path, Abilities abilities) {
    return path.kind() == Kind.SELF
        ? abilities
            .boundaryName()
            .map(name -> Given.is(BOUNDARY, name))
            .orElseGet(() -> Given.absent(BOUNDARY))
        : Given.absent(BOUNDARY);
  }
}
