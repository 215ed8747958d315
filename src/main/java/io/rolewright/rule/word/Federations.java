package io.rolewright.rule.word;

import io.rolewright.catalog.Issuers;
import io.rolewright.catalog.SharedIssuers;
import io.rolewright.model.Condition;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
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
