package io.rolewright.simulate;

import java.util.Optional;

/**
 * Who makes a request (R0.2).
 *
 * @param arn the caller's ARN: of a role session the session's, of a service or federated caller
 *     none
 * @param roleArn for a role session the role's ARN with its path
 * @param userArn for a federated user the ARN of the user who asked for the session
 * @param account twelve digits; none for services and federated callers
 * @param name the service principal, or the identity provider: its ARN, its issuer or its built-in
 *     name
 */
public record Caller(
    Kind kind,
    Optional<String> arn,
    Optional<String> roleArn,
    Optional<String> userArn,
    Optional<String> account,
    Optional<String> name) {

  /** The kinds of callers that decide how a request is evaluated. */
  public enum Kind {
    ROOT("root"),
    ASSUMED_ROOT("assumed-root"),
    USER("user"),
    ROLE_SESSION("role-session"),
    FEDERATED_USER("federated-user"),
    SERVICE("service"),
    WEB_IDENTITY("web-identity"),
    SAML("saml"),
    ANONYMOUS("anonymous");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }

    /** The name in scenarios and JSON. */
    public String shown() {
      return shown;
    }
  }

  /** The partition of the caller's ARN, such as {@code aws-cn}; none where there is no ARN. */
  public Optional<String> partition() {
    return arn.map(a -> a.split(":", 3)).filter(parts -> parts.length == 3).map(parts -> parts[1]);
  }

  /** An IAM user. */
  public static Caller user(String account, String name) {
    return new Caller(
        Kind.USER,
        Optional.of("arn:aws:iam::" + account + ":user/" + name),
        Optional.empty(),
        Optional.empty(),
        Optional.of(account),
        Optional.empty());
  }

  /**
   * A session of a role.
   *
   * @param path of the role with its name, without a leading slash
   */
  public static Caller roleSession(String account, String path, String session) {
    String role = path.substring(path.lastIndexOf('/') + 1);
    return new Caller(
        Kind.ROLE_SESSION,
        Optional.of("arn:aws:sts::" + account + ":assumed-role/" + role + "/" + session),
        Optional.of("arn:aws:iam::" + account + ":role/" + path),
        Optional.empty(),
        Optional.of(account),
        Optional.empty());
  }

  /** An AWS service. */
  public static Caller service(String principal) {
    return of(Kind.SERVICE, Optional.of(principal));
  }

  /** The holder of a token or assertion of an identity provider; not yet an AWS principal. */
  public static Caller federated(Kind kind, String provider) {
    return of(kind, Optional.of(provider));
  }

  /** Whoever asks without credentials. */
  public static Caller anonymous() {
    return of(Kind.ANONYMOUS, Optional.empty());
  }

  private static Caller of(Kind kind, Optional<String> name) {
    return new Caller(
        kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), name);
  }
}
