package io.rolewright.simulate.sts;

import java.util.Optional;

/**
 * The STS calls that give credentials (section 3.2 of the semantics).
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html">STS API
 *     Reference</a>
 */
public enum Operation {
  ASSUME_ROLE("AssumeRole"),
  ASSUME_ROLE_WITH_SAML("AssumeRoleWithSAML"),
  ASSUME_ROLE_WITH_WEB_IDENTITY("AssumeRoleWithWebIdentity"),
  GET_FEDERATION_TOKEN("GetFederationToken"),
  GET_SESSION_TOKEN("GetSessionToken"),
  ASSUME_ROOT("AssumeRoot");

  private final String shown;

  Operation(String shown) {
    this.shown = shown;
  }

  /** The name in AWS's API: {@code AssumeRole}. */
  public String shown() {
    return shown;
  }

  /** The action that policies name: {@code sts:AssumeRole}. */
  public String action() {
    return "sts:" + shown;
  }

  /** Whether a role's trust policy decides. */
  public boolean assumesRole() {
    return this == ASSUME_ROLE
        || this == ASSUME_ROLE_WITH_SAML
        || this == ASSUME_ROLE_WITH_WEB_IDENTITY;
  }

  /** The operation of an API name, in AWS's spelling. */
  public static Optional<Operation> named(String shown) {
    for (Operation operation : values()) {
      if (operation.shown.equals(shown)) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }
}
