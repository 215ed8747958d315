package io.rolewright.rule.trust;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.Arn;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Text;
import io.rolewright.source.Closest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what is wrong with a principal and, where it shows, what was meant. */
public final class PrincipalFaults {

  private static final List<String> TYPES = List.of("AWS", "Service", "Federated");

  private PrincipalFaults() {}

  /** What is wrong, as a message; nothing where the principal is sound. */
  public static Optional<String> of(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Malformed malformed) {
      return Optional.of(of(malformed));
    }
    if (pattern instanceof PrincipalPattern.CanonicalUser) {
      return Optional.of(
          "a trust policy cannot name a canonical user; those are principals of Amazon S3 only");
    }
    if (pattern instanceof PrincipalPattern.Identity identity
        && identity.account().is("cloudfront")) {
      return Optional.of(
          shown(identity.written())
              + " is a CloudFront origin access identity, which only bucket policies can name");
    }
    if (pattern instanceof PrincipalPattern.Federated federated
        && federated.provider().shown().startsWith("https://")) {
      return Optional.of(
          shown(federated.written())
              + " has `https://`, which the ARN of an identity provider never has");
    }
    return Optional.empty();
  }

  /** Whether the fault is the key that the principal stands under. */
  public static boolean isOfUnknownType(PrincipalPattern.Malformed malformed) {
    return !malformed.type().isEmpty() && !TYPES.contains(malformed.type());
  }

  private static String of(PrincipalPattern.Malformed malformed) {
    if (isOfUnknownType(malformed)) {
      String meant =
          Closest.to(malformed.type(), TYPES, Math.min(3, malformed.type().length() / 3))
              .map(type -> "; did you mean `" + type + "`?")
              .orElse("");
      return "the principal stands under `"
          + malformed.type()
          + "`, which is none of `AWS`, `Service` and `Federated`"
          + meant;
    }
    Text text = malformed.text();
    Optional<String> special =
        text.hasWildcard()
            ? Optional.of(malformed.why() + wildcard(text))
            : text.plain().flatMap(plain -> special(malformed.type(), plain));
    return shown(text) + " " + special.orElse(malformed.why());
  }

  /** What says the same as a pattern that cannot be a principal. */
  private static String wildcard(Text text) {
    Optional<Arn> arn = Arn.of(text);
    Optional<String> account = arn.flatMap(a -> a.account().plain()).filter(AccountNumber::isOne);
    if (account.isEmpty()) {
      return "";
    }
    String resource = arn.get().resource().shown();
    if (arn.get().resource().isStar()) {
      return "; `arn:aws:iam::" + account.get() + ":root` stands for all principals of the account";
    }
    if (resource.startsWith("assumed-role/") && resource.endsWith("/*")) {
      return "; a role's own ARN stands for all its sessions";
    }
    return resource.startsWith("role/") || resource.startsWith("user/")
        ? "; account `"
            + account.get()
            + "` with the condition `ArnLike` `aws:PrincipalArn` `"
            + text.shown()
            + "` says the same"
        : "";
  }

  private static Optional<String> special(String type, String text) {
    if (text.isBlank()) {
      return Optional.of("is empty where a principal must stand");
    }
    if (!text.strip().equals(text)) {
      return Optional.of("has blanks at an end, which no principal has");
    }
    return switch (type) {
      case "AWS" -> aws(text);
      case "Federated" -> federated(text);
      default -> Optional.empty();
    };
  }

  private static Optional<String> aws(String text) {
    Optional<String> number = AccountFaults.of(text);
    if (number.isPresent()) {
      return number;
    }
    String[] arn = text.split(":", 6);
    if (arn.length == 6 && arn[0].equals("arn")) {
      return AccountFaults.of(arn[4]).or(() -> resource(arn));
    }
    boolean provider = PrincipalPattern.Federated.isBuiltIn(text) || text.startsWith("https://");
    if (provider) {
      return Optional.of("is an identity provider, which stands under `Federated`");
    }
    boolean service = text.endsWith(".amazonaws.com") || text.endsWith(".amazonaws.com.cn");
    return service
        ? Optional.of("is an AWS service, which stands under `Service`")
        : Optional.empty();
  }

  private static Optional<String> resource(String[] arn) {
    String resource = arn[5];
    if (resource.startsWith("oidc-provider/") || resource.startsWith("saml-provider/")) {
      return Optional.of("is an identity provider, which stands under `Federated`");
    }
    if (resource.startsWith("instance-profile/")) {
      return Optional.of("is an instance profile; principals are the roles in it");
    }
    String kind = resource.contains("/") ? resource.substring(0, resource.indexOf('/')) : resource;
    boolean session = kind.equals("assumed-role") || kind.equals("federated-user");
    String service = session ? "sts" : "iam";
    boolean known = session || kind.equals("role") || kind.equals("user") || kind.equals("root");
    boolean isStsOrIam = arn[2].equals("iam") || arn[2].equals("sts");
    if (known && isStsOrIam && !arn[2].equals(service)) {
      return Optional.of(
          "has `" + kind + "` under `" + arn[2] + "`; did you mean `arn:aws:" + service + "::`?");
    }
    String lower = kind.toLowerCase(Locale.ROOT);
    boolean misspelt = isStsOrIam && !kind.equals(lower) && isKind(lower);
    return misspelt
        ? Optional.of("names no user, role, session or account; did you mean `" + lower + "`?")
        : Optional.empty();
  }

  private static boolean isKind(String kind) {
    return switch (kind) {
      case "root", "role", "user", "assumed-role", "federated-user" -> true;
      default -> false;
    };
  }

  private static Optional<String> federated(String text) {
    if (text.startsWith("https://")) {
      return Optional.of(
          "is an issuer's URL; a trust policy names the ARN of the identity provider made for it");
    }
    String[] arn = text.split(":", 6);
    if (arn.length < 6 || !arn[0].equals("arn")) {
      return Optional.empty();
    }
    boolean aws = arn[5].equals("root") || arn[5].startsWith("role/") || arn[5].startsWith("user/");
    return aws
        ? Optional.of("is an AWS principal, which stands under `AWS`")
        : AccountFaults.of(arn[4]);
  }

  private static String shown(Text text) {
    return "`" + text.shown() + "`";
  }
}
