package io.rolewright.rule.word;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.encode.KeyAvailability;
import io.rolewright.reason.solve.Domain;
import io.rolewright.rule.trust.Principals;
import io.rolewright.simulate.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What of a statement's conditions is plain without asking the reasoner. */
final class Glance {

  /** Texts that some user or role of any account has in some request, whatever they are. */
  private static final Set<String> OF_PRINCIPALS =
      Set.of("sts:externalid", "sts:rolesessionname", "aws:principalorgid", "aws:useragent");

  private static final Set<String> OF_SERVICES =
      Set.of("aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid");

  private static final List<String> PASSING =
      List.of("sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext");

  private Glance() {}

  /**
   * Whether some request surely meets all conditions: no key is tested twice, and each is one that
   * a caller of the first principal may have with any text.
   */
  static boolean isMet(Statement statement) {
    if (!(statement.principal() instanceof PrincipalElement.Listed listed)
        || listed.patterns().isEmpty()) {
      return false;
    }
    PrincipalPattern first = listed.patterns().get(0);
    Set<String> tested = new HashSet<>();
    return speaksOf(statement, Named.call(first))
        && statement.conditions().stream()
            .allMatch(c -> tested.add(c.keyName()) && isFree(first, c.keyName()) && isText(c));
  }

  private static boolean speaksOf(Statement statement, String action) {
    return statement.action() instanceof ActionElement.Listed actions
        && actions.patterns().stream().anyMatch(a -> a.shown().equalsIgnoreCase(action));
  }

  private static boolean isFree(PrincipalPattern pattern, String key) {
    return switch (Principals.kind(pattern)) {
      case "everyone", "account", "user", "role" ->
          OF_PRINCIPALS.contains(key)
              || key.startsWith("aws:requesttag/")
              || key.startsWith("aws:principaltag/");
      case "service" -> OF_SERVICES.contains(key);
      case "oidc" ->
          Principals.issuer(pattern)
              .map(issuer -> key.startsWith(issuer.toLowerCase(Locale.ROOT) + ":"))
              .orElse(false);
      case "saml" -> key.startsWith("saml:");
      default -> false;
    };
  }

  /** Whether it compares texts so that some text is right. */
  private static boolean isText(Condition condition) {
    if (condition.values().isEmpty() || condition.operator().isEmpty()) {
      return false;
    }
    ConditionOperator operator = condition.operator().get();
    return switch (operator.comparison()) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_EQUALS, ARN_LIKE ->
          condition.values().stream().allMatch(value -> isPlain(operator, value));
      default -> false;
    };
  }

  private static boolean isPlain(ConditionOperator operator, Text value) {
    return value.variables().isEmpty()
        && !(operator.negated() && (value.hasWildcard() || value.hasUnknown()));
  }

  /** Whether no caller of such kinds as the statement names has the key in any call. */
  static boolean isNeverSent(Statement statement, String key) {
    return CallerGroups.kinds(statement).stream().noneMatch(kind -> isSent(kind, key));
  }

  private static boolean isSent(Caller.Kind kind, String key) {
    KeyAvailability availability = new KeyAvailability(kind);
    return availability.of(key, call(kind)) != Domain.Presence.NEVER
        || PASSING.stream().anyMatch(a -> availability.of(key, a) != Domain.Presence.NEVER);
  }

  private static String call(Caller.Kind kind) {
    return switch (kind) {
      case WEB_IDENTITY -> "sts:AssumeRoleWithWebIdentity";
      case SAML -> "sts:AssumeRoleWithSAML";
      default -> "sts:AssumeRole";
    };
  }
}
