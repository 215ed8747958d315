package io.rolewright.reason;

import io.rolewright.catalog.Issuer;
import io.rolewright.catalog.Issuer.Audience;
import io.rolewright.catalog.Issuers;
import io.rolewright.catalog.SubjectForm;
import io.rolewright.catalog.TokenForm;
import io.rolewright.catalog.TokenForm.Segment;
import java.util.List;
import java.util.Optional;

/**
 * What the claims of one provider's tokens look like.
 *
 * @param issuer what is known of the issuer, if anything is
 */
public record TokenClaims(Optional<Issuer> issuer) {

  private static final TokenForm ANY = TokenForm.of("<value:tenant:text>");

  /** Those of a provider, which is named by its issuer. */
  public static TokenClaims of(String provider) {
    return new TokenClaims(Issuers.shipped().lookup(provider));
  }

  /** The forms of a claim; none where they are not known, or nothing can be said of them. */
  public List<TokenForm> forms(String claim) {
    return switch (claim) {
      case "sub" -> subjects();
      case "aud" -> audiences();
      default -> List.of(issuer.flatMap(i -> i.claim(claim)).orElse(ANY));
    };
  }

  private List<TokenForm> subjects() {
    return issuer.map(Issuer::subjects).orElse(List.of()).stream().map(SubjectForm::form).toList();
  }

  private List<TokenForm> audiences() {
    return issuer
        .filter(i -> i.audience() == Audience.TENANT)
        .map(Issuer::expected)
        .orElse(List.of());
  }

  /** Whether whoever gets a token has the claim as he likes, or it tells nothing of him. */
  public boolean isChosen(String claim) {
    if (claim.equals("sub")) {
      return false;
    }
    List<TokenForm> forms = forms(claim);
    return claim.equals("amr")
        || forms.stream().flatMap(f -> f.segments().stream()).noneMatch(Segment::tellsTenant);
  }

  /** Whether the claim is in no request, since AWS has no condition key for it. */
  public boolean isNever(String claim) {
    return issuer.filter(i -> !i.hasKey(claim)).isPresent();
  }
}
