package io.rolewright.rule.word;

import io.rolewright.catalog.AssumeAction;
import io.rolewright.catalog.Partition;
import io.rolewright.model.Arn;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.Federated;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Estate;
import io.rolewright.rule.trust.TrustActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** SAML providers of trust policies, also such as a template leaves open. */
final class SamlProviders {

  private static final String OPEN = "some-provider";

  private SamlProviders() {}

  /** Where the kind is open, the action tells it. */
  static boolean isSaml(PrincipalPattern principal, Statement statement) {
    if (principal instanceof Federated federated && federated.kind() != FederationKind.UNDECIDED) {
      return federated.kind() == FederationKind.SAML;
    }
    return isOpen(principal)
        && covers(statement, "sts:AssumeRoleWithSAML")
        && !covers(statement, "sts:AssumeRoleWithWebIdentity");
  }

  private static boolean isOpen(PrincipalPattern principal) {
    return principal instanceof Federated
        || principal instanceof PrincipalPattern.Unresolved open && open.type().equals("Federated");
  }

  private static boolean covers(Statement statement, String action) {
    return AssumeAction.all().stream()
        .filter(a -> a.id().equals(action))
        .anyMatch(a -> TrustActions.matches(statement.action(), a).isYes());
  }

  /**
   * Its ARN, of some name where that is open, and of the role's account where nobody knows that.
   */
  static String arn(PrincipalPattern principal, String owner) {
    String unnamed = "arn:aws:iam::" + owner + ":saml-provider/" + OPEN;
    Optional<String> known = Federations.arn(principal, owner).filter(a -> a.startsWith("arn:"));
    if (known.isEmpty() || !owner.equals(Estate.UNNAMED_ACCOUNT)) {
      return known.orElse(unnamed);
    }
    String[] fields = known.get().split(":", 6);
    return fields.length == 6
        ? String.join(":", fields[0], fields[1], fields[2], "", owner, fields[5])
        : unnamed;
  }

  /** The policy as if it named that ARN wherever it names the provider. */
  static PolicyDocument named(PolicyDocument policy, PrincipalPattern provider, String owner) {
    return policy.with(policy.statements().stream().map(s -> named(s, provider, owner)).toList());
  }

  /** The statement as if it named that ARN. */
  static Statement named(Statement statement, PrincipalPattern provider, String owner) {
    if (!(statement.principal() instanceof PrincipalElement.Listed listed)) {
      return statement;
    }
    List<PrincipalPattern> named = new ArrayList<>();
    for (PrincipalPattern p : listed.patterns()) {
      named.add(p.shown().equals(provider.shown()) ? named(p, owner) : p);
    }
    return statement.with(new PrincipalElement.Listed(listed.origin(), named));
  }

  private static PrincipalPattern named(PrincipalPattern provider, String owner) {
    String arn = arn(provider, owner);
    return new Federated(
        provider.origin(),
        Text.literal(provider.origin(), arn),
        FederationKind.SAML,
        Optional.of(Text.literal(provider.origin(), arn.split(":", 6)[4])),
        Text.literal(provider.origin(), arn.substring(arn.indexOf('/') + 1)));
  }

  /** Of a provider whose partition is open nothing is known. */
  static Optional<Partition> partition(PrincipalPattern provider) {
    return Arn.of(provider.text()).flatMap(a -> a.partition().plain()).flatMap(Partition::of);
  }

  /** Whether the name is as IAM Identity Center gives it: {@code AWSSSO_…_DO_NOT_DELETE}. */
  static boolean isOfIdentityCenter(PrincipalPattern provider) {
    String shown = provider.text().shown().toLowerCase(Locale.ROOT);
    return shown.contains(":saml-provider/awssso_") && shown.endsWith("_do_not_delete");
  }
}
