package io.rolewright.rule.word;

import io.rolewright.catalog.Issuers;
import io.rolewright.catalog.SharedIssuer;
import io.rolewright.catalog.SharedIssuers;
import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.TokenClaims;
import io.rolewright.rule.trust.Principals;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which OIDC issuer a provider is, and which condition keys are of it. */
final class Federations {

  private Federations() {}

  /** The issuer of a provider, or those that the conditions take an open one for. */
  static List<Text> issuers(Statement statement, PrincipalPattern principal) {
    Set<String> issuers = new LinkedHashSet<>();
    if (principal instanceof PrincipalPattern.Federated provider) {
      Principals.issuer(provider).ifPresent(issuers::add);
      boolean open =
          provider.kind() == FederationKind.UNDECIDED || provider.provider().hasUnknown();
      if (issuers.isEmpty() && open) {
        statement.conditions().stream()
            .map(Federations::prefix)
            .filter(Federations::isIssuer)
            .forEach(issuers::add);
      }
    }
    return issuers.stream().map(i -> Text.literal(principal.origin(), i)).toList();
  }

  private static boolean isIssuer(String prefix) {
    return SharedIssuers.shipped().lookup(prefix).isPresent()
        || Issuers.shipped().lookup(prefix).isPresent();
  }

  /** Whether a test is of a claim of the issuer; letter case does not count. */
  static boolean isOf(Condition condition, String issuer) {
    return prefix(condition).equals(issuer.toLowerCase(Locale.ROOT));
  }

  /** What is in front of the last colon of the key, in lower case; empty if there is none. */
  static String prefix(Condition condition) {
    String key = condition.keyName();
    return key.substring(0, Math.max(0, key.lastIndexOf(':')));
  }

  /** What is behind the last colon of the key, in lower case. */
  static String claim(Condition condition) {
    String key = condition.keyName();
    return key.substring(key.lastIndexOf(':') + 1);
  }

  /** Whether the claim tells the issuer's customers apart, and AWS has a key for it. */
  static boolean tellsTenants(Condition condition, String issuer) {
    Optional<SharedIssuer> shared = SharedIssuers.shipped().lookup(issuer);
    if (shared.filter(s -> isAmong(condition, s.keys())).isPresent()) {
      return true;
    }
    TokenClaims claims = TokenClaims.of(issuer);
    String claim = claim(condition);
    return isOf(condition, issuer) && !claims.isChosen(claim) && !claims.isNever(claim);
  }

  private static boolean isAmong(Condition condition, List<String> keys) {
    return keys.stream().anyMatch(condition.keyName()::equalsIgnoreCase);
  }

  static boolean isFirm(ConditionOperator operator) {
    return !operator.negated()
        && !operator.ifExists()
        && operator.set() != ConditionOperator.SetQualifier.FOR_ALL_VALUES
        && operator.comparison() != ConditionOperator.Comparison.NULL;
  }

  /** Whether the test fails where its key is absent. */
  static boolean isDead(ConditionOperator operator, Condition condition) {
    boolean presence = operator.comparison() == ConditionOperator.Comparison.NULL;
    boolean some =
        operator.set() == ConditionOperator.SetQualifier.FOR_ANY_VALUE && !operator.ifExists();
    return presence
        ? condition.values().stream().noneMatch(v -> v.shown().equalsIgnoreCase("true"))
        : some || isFirm(operator);
  }

  /**
   * The provider's ARN, the role's own account filled in; nothing where a template leaves it open.
   */
  static Optional<String> arn(PrincipalPattern provider, String owner) {
    StringBuilder arn = new StringBuilder();
    for (TextPart part : provider.text().parts()) {
      if (part instanceof TextPart.Unknown) {
        return Optional.empty();
      }
      arn.append(part instanceof TextPart.OwnAccount ? owner : part.shown());
    }
    return Optional.of(arn.toString());
  }
}
