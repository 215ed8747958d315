package io.rolewright.simulate.sts;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.NamedPolicy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody calls AWS with: who he is, what his credentials carry, and the policies that travel
 * with him. A session that STS gave is such credentials again, so that calls chain.
 *
 * @param userId {@code aws:userid}: {@code AIDA…} of a user, {@code AROA…:session} of a role
 * @param mfa what {@code aws:MultiFactorAuthPresent} reads with these credentials
 * @param principalTags {@code aws:PrincipalTag/…}: tags of user or role, overridden by session tags
 * @param entityTags of those, the tags of the user or role itself (U26)
 * @param transitiveTags session tags that the next session in a chain inherits (R3.18)
 * @param sourceIdentity set once, kept for the chain (R3.19)
 * @param issuedAt of temporary credentials
 * @param carried keys that later requests of the session have because of how it was got, such as
 *     {@code aws:FederatedProvider} or a provider's {@code sub} (section 3.4); for a caller with a
 *     token or assertion the keys of its claims or attributes
 * @param identity the caller's identity policies
 * @param boundary his permissions boundary
 * @param sessionPolicies passed when the session was got; absent where none were
 * @param serviceLinkedRole whether this is a session of a service-linked role
 */
public record Credentials(
    Kind kind,
    Caller caller,
    Optional<String> userId,
    Mfa mfa,
    Map<String, String> principalTags,
    Map<String, String> entityTags,
    Map<String, String> transitiveTags,
    Optional<String> sourceIdentity,
    Optional<Instant> issuedAt,
    Context carried,
    List<NamedPolicy> identity,
    Optional<NamedPolicy> boundary,
    Optional<List<NamedPolicy>> sessionPolicies,
    boolean serviceLinkedRole) {

  /** Where credentials come from; decides what they may call (section 3.3). */
  public enum Kind {
    /** An access key of a user or of the root user. */
    LONG_TERM("long-term key"),
    /** A console session of a user or of the root user. */
    CONSOLE("console session"),
    /** From GetSessionToken. */
    SESSION_TOKEN("GetSessionToken credentials"),
    /** A session of a role, from whatever AssumeRole call. */
    ROLE("role session"),
    /** From GetFederationToken. */
    FEDERATION("GetFederationToken credentials"),
    /** From AssumeRoot. */
    ROOT_TASK("AssumeRoot session"),
    /** An AWS service. */
    SERVICE("AWS service"),
    /** The token of an OIDC provider, not yet an AWS principal. */
    WEB_IDENTITY("web identity token"),
    /** The assertion of a SAML provider, not yet an AWS principal. */
    SAML("SAML assertion"),
    /** None. */
    ANONYMOUS("no credentials");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }

    /** The name in messages. */
    public String shown() {
      return shown;
    }
  }

  /**
   * The name under which {@code carried} holds the attribute of a SAML assertion that ends the
   * session (R3.6), as ISO-8601 with zone. No condition key: no request has it.
   */
  public static final String SESSION_NOT_ON_OR_AFTER = "saml:SessionNotOnOrAfter";

  public Credentials {
    principalTags = Map.copyOf(principalTags);
    entityTags = Map.copyOf(entityTags);
    transitiveTags = Map.copyOf(transitiveTags);
    identity = List.copyOf(identity);
    sessionPolicies = sessionPolicies.map(List::copyOf);
  }

  /** Credentials that carry nothing but who they are of. */
  public static Credentials of(Kind kind, Caller caller) {
    return new Credentials(
        kind,
        caller,
        Optional.empty(),
        Mfa.ABSENT,
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Context.EMPTY,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** The same with other keys carried along. */
  public Credentials carrying(Context keys) {
    return new Credentials(
        kind,
        caller,
        userId,
        mfa,
        principalTags,
        entityTags,
        transitiveTags,
        sourceIdentity,
        issuedAt,
        keys,
        identity,
        boundary,
        sessionPolicies,
        serviceLinkedRole);
  }

  /** When the SAML assertion ends the session; nothing where it does not say so readably. */
  public Optional<Instant> sessionNotOnOrAfter() {
    return carried.get(SESSION_NOT_ON_OR_AFTER).stream().findFirst().flatMap(Credentials::instant);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The inherited transitive tag keys. */
  public Set<String> transitiveKeys() {
    return transitiveTags.keySet();
  }
}
