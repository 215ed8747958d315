package io.rolewright.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An OIDC issuer and what its tokens look like (R5.3 to R5.9, R5.13).
 *
 * @param issuer as in a provider's ARN, in lower case, {@code <part>} standing for a part of it
 * @param name what people call it, such as {@code GitHub Actions}
 * @param tenancy whether other customers have tokens of it
 * @param audience who says for whom a token is
 * @param expected the audiences that roles are meant to ask for; empty if none is documented
 * @param subjects how it writes {@code sub}; empty if that is not known
 * @param claims what AWS has condition keys for, besides those that every issuer has
 * @param source where this was read
 */
public record Issuer(
    String issuer,
    String name,
    Tenancy tenancy,
    Audience audience,
    List<TokenForm> expected,
    List<SubjectForm> subjects,
    Map<String, TokenForm> claims,
    String source) {

  /** Whom an issuer serves. */
  public enum Tenancy {
    /** All its customers have tokens of this one issuer. */
    SHARED,
    /** It names one customer. */
    TENANT
  }

  /** Who says for whom a token is. */
  public enum Audience {
    /** Whoever asks for the token, so that it keeps nobody out. */
    CHOSEN,
    /** The issuer: it names the customer. */
    TENANT
  }

  public Issuer {
    expected = List.copyOf(expected);
    subjects = List.copyOf(subjects);
    claims = Map.copyOf(claims);
  }

  /** Whether only one customer has tokens of it. */
  public boolean isPrivate() {
    return tenancy == Tenancy.TENANT;
  }

  /** The form of a claim other than {@code sub} and {@code aud}. */
  public Optional<TokenForm> claim(String lowerClaim) {
    return Optional.ofNullable(claims.get(lowerClaim));
  }

  /** Whether AWS has a condition key for the claim: others are in no request. */
  public boolean hasKey(String lowerClaim) {
    return switch (lowerClaim) {
      case "aud", "sub", "amr" -> true;
      default -> claims.containsKey(lowerClaim);
    };
  }

  /** The literal audiences that roles are meant to ask for. */
  public List<String> expectedAudiences() {
    return expected.stream().filter(f -> f.segments().isEmpty()).map(TokenForm::written).toList();
  }

  /** Its classes of tokens, in the order of the table, without repetitions. */
  public List<String> kinds() {
    return subjects.stream().map(SubjectForm::kind).distinct().toList();
  }
}
