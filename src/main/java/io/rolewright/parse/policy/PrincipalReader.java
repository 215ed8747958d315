package io.rolewright.parse.policy;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.Arn;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.PrincipalPattern.IdentityKind;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.source.Origin;
import java.util.Optional;
import java.util.Set;

/** Recognises the forms of one principal (R1.10 to R1.14). */
final class PrincipalReader {

  private static final Set<String> PARTITIONS =
      Set.of(
          "aws",
          "aws-cn",
          "aws-us-gov",
          "aws-iso",
          "aws-iso-b",
          "aws-iso-e",
          "aws-iso-f",
          "aws-eusc");

  private static final Set<String> ID_PREFIXES = Set.of("AIDA", "AROA", "AGPA", "AIPA", "ANPA");

  private PrincipalReader() {}

  /** A string in place of the principal object. */
  static PrincipalPattern bare(Text text) {
    if (text.isStar() && text.parts().size() == 1) {
      return new PrincipalPattern.Everyone(text.origin(), true);
    }
    if (text.hasUnknown()) {
      return new PrincipalPattern.Unresolved(text.origin(), "", text);
    }
    return malformed("", text, "is neither `*` nor an object such as {\"AWS\": …}");
  }

  /** A value under one of the keys of the principal object. */
  static PrincipalPattern typed(String type, Text text) {
    return switch (type) {
      case "AWS" -> aws(text);
      case "Service" -> new PrincipalPattern.Service(text.origin(), text);
      case "Federated" -> federated(text);
      case "CanonicalUser" -> new PrincipalPattern.CanonicalUser(text.origin(), text);
      default ->
          malformed(
              type, text, "stands under `" + type + "`, which is none of AWS, Service, Federated");
    };
  }

  private static PrincipalPattern aws(Text text) {
    Origin at = text.origin();
    if (text.isStar() && text.parts().size() == 1) {
      return new PrincipalPattern.Everyone(at, false);
    }
    if (isAccount(text)) {
      return new PrincipalPattern.Account(at, text, text);
    }
    Optional<String> plain = text.plain();
    if (plain.filter(PrincipalReader::isUniqueId).isPresent()) {
      return new PrincipalPattern.UniqueId(at, plain.get());
    }
    if (text.hasWildcard() && !couldBeStar(text)) {
      return malformed("AWS", text, "has a wildcard, which cannot be part of a principal");
    }
    Optional<Arn> arn = Arn.of(text).filter(a -> a.scheme().is("arn"));
    if (arn.isPresent()) {
      return fromArn(text, arn.get());
    }
    if (text.hasUnknown()) {
      return new PrincipalPattern.Unresolved(at, "AWS", text);
    }
    return malformed("AWS", text, "is neither an account number nor the ARN of a principal");
  }

  private static PrincipalPattern fromArn(Text text, Arn arn) {
    Optional<String> fault = headFault(arn);
    if (fault.isPresent()) {
      return malformed("AWS", text, fault.get());
    }
    Text account = arn.account();
    Text resource = arn.resource();
    if (!account.hasUnknown() && !isAccount(account) && !account.is("cloudfront")) {
      return malformed("AWS", text, "has no account number of twelve digits");
    }
    if (arn.service().is("iam")) {
      return iam(text, account, resource);
    }
    if (arn.service().is("sts")) {
      return sts(text, account, resource);
    }
    if (arn.service().hasUnknown()) {
      return new PrincipalPattern.Unresolved(text.origin(), "AWS", text);
    }
    return malformed("AWS", text, "is the ARN of a resource, not of a principal");
  }

  private static PrincipalPattern iam(Text text, Text account, Text resource) {
    Origin at = text.origin();
    if (resource.is("root")) {
      return new PrincipalPattern.Account(at, text, account);
    }
    Optional<Text> role = resource.after("role/").filter(PrincipalReader::isName);
    if (role.isPresent()) {
      return new PrincipalPattern.Identity(at, text, IdentityKind.ROLE, account, role.get());
    }
    Optional<Text> user = resource.after("user/").filter(PrincipalReader::isName);
    if (user.isPresent()) {
      return new PrincipalPattern.Identity(at, text, IdentityKind.USER, account, user.get());
    }
    if (resource.after("group/").isPresent()) {
      return malformed("AWS", text, "is a user group, which cannot be a principal");
    }
    return other(text, resource);
  }

  private static PrincipalPattern sts(Text text, Text account, Text resource) {
    Optional<Text> session = resource.after("assumed-role/").filter(PrincipalReader::isSession);
    if (session.isPresent()) {
      return new PrincipalPattern.Session(text.origin(), text, account, session.get());
    }
    Optional<Text> user = resource.after("federated-user/").filter(PrincipalReader::isName);
    if (user.isPresent()) {
      return new PrincipalPattern.FederatedUser(text.origin(), text, account, user.get());
    }
    return other(text, resource);
  }

  private static PrincipalPattern other(Text text, Text resource) {
    if (isOpenKind(resource)) {
      return new PrincipalPattern.Unresolved(text.origin(), "AWS", text);
    }
    return malformed("AWS", text, "names no user, role, session or account");
  }

  /** Whether an unknown piece stands before the slash, as in {@code ro<Kind>}. */
  private static boolean isOpenKind(Text resource) {
    return resource.split('/', 2).get(0).hasUnknown();
  }

  /** A star beside pieces that are not known, which may turn out to be nothing. */
  private static boolean couldBeStar(Text text) {
    long stars = text.parts().stream().filter(TextPart.AnyRun.class::isInstance).count();
    long open = text.parts().stream().filter(TextPart.Unknown.class::isInstance).count();
    return stars == 1 && open > 0 && stars + open == text.parts().size();
  }

  private static PrincipalPattern federated(Text text) {
    Optional<String> plain = text.plain();
    if (plain.filter(PrincipalPattern.Federated::isBuiltIn).isPresent()) {
      return provider(text, FederationKind.OIDC, Optional.empty(), text);
    }
    Optional<Arn> arn = Arn.of(text).filter(a -> a.scheme().is("arn"));
    if (arn.isEmpty()) {
      return text.hasUnknown()
          ? provider(text, FederationKind.UNDECIDED, Optional.empty(), text)
          : malformed("Federated", text, "is neither a provider's ARN nor a built-in provider");
    }
    Optional<String> fault = headFault(arn.get());
    if (fault.isPresent()) {
      return malformed("Federated", text, fault.get());
    }
    return providerArn(text, arn.get().account(), arn.get().resource());
  }

  private static PrincipalPattern providerArn(Text text, Text account, Text resource) {
    if (text.hasWildcard()) {
      return malformed("Federated", text, "has a wildcard, which cannot be part of a principal");
    }
    if (!account.hasUnknown() && !isAccount(account)) {
      return malformed("Federated", text, "has no account number of twelve digits");
    }
    Optional<Text> oidc = resource.after("oidc-provider/").filter(PrincipalReader::isIssuer);
    if (oidc.isPresent()) {
      return provider(text, FederationKind.OIDC, Optional.of(account), oidc.get());
    }
    Optional<Text> saml = resource.after("saml-provider/").filter(PrincipalReader::isName);
    if (saml.isPresent()) {
      return provider(text, FederationKind.SAML, Optional.of(account), saml.get());
    }
    return text.hasUnknown()
        ? provider(text, FederationKind.UNDECIDED, Optional.of(account), resource)
        : malformed("Federated", text, "is the ARN of neither a SAML nor an OIDC provider");
  }

  private static PrincipalPattern provider(
      Text text, FederationKind kind, Optional<Text> account, Text provider) {
    return new PrincipalPattern.Federated(text.origin(), text, kind, account, provider);
  }

  private static Optional<String> headFault(Arn arn) {
    Optional<String> partition = arn.partition().plain().filter(p -> !PARTITIONS.contains(p));
    Optional<String> region = arn.region().plain().filter(r -> !r.isEmpty());
    return partition
        .map(p -> "has `" + p + "` where a partition such as `aws` must stand")
        .or(() -> region.map(r -> "has the region `" + r + "`, but ARNs of principals have none"));
  }

  /** Twelve digits, the own account, or a single unknown piece that is said to be an account. */
  private static boolean isAccount(Text text) {
    return text.isOwnAccount() || text.plain().filter(AccountNumber::isOne).isPresent();
  }

  private static boolean isUniqueId(String text) {
    return text.length() >= 16
        && text.length() <= 128
        && ID_PREFIXES.contains(text.substring(0, 4))
        && text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }

  /** The URL of an issuer without its scheme, which may end in a slash as those of Entra ID do. */
  private static boolean isIssuer(Text text) {
    return !text.parts().isEmpty() && !text.shown().startsWith("/");
  }

  private static boolean isName(Text text) {
    return !text.parts().isEmpty() && !text.shown().endsWith("/");
  }

  private static boolean isSession(Text text) {
    return isName(text) && (text.hasUnknown() || text.split('/', 3).size() == 2);
  }

  private static PrincipalPattern malformed(String type, Text text, String why) {
    return new PrincipalPattern.Malformed(text.origin(), type, text, why);
  }
}
