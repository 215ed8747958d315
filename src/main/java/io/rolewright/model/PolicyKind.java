package io.rolewright.model;

import java.util.Locale;
import java.util.Optional;

/** What a policy is for; decides which elements it may have (R1.5). */
public enum PolicyKind {
  TRUST,
  IDENTITY,
  SESSION,
  BOUNDARY,
  RESOURCE,
  SCP,
  RCP,
  /** Of a VPC endpoint; may leave out whom it is about. */
  ENDPOINT;

  /** The name used on the command line and in messages: {@code trust}, {@code scp}. */
  public String shown() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind in a sentence: {@code an identity policy}, {@code a service control policy}. */
  public String policy() {
    return switch (this) {
      case IDENTITY -> "an identity policy";
      case BOUNDARY -> "a permissions boundary";
      case SCP -> "a service control policy";
      case RCP -> "a resource control policy";
      case ENDPOINT -> "an endpoint policy";
      default -> "a " + shown() + " policy";
    };
  }

  /** The kind of a {@link #shown()} name. */
  public static Optional<PolicyKind> named(String shown) {
    for (PolicyKind kind : values()) {
      if (kind.shown().equals(shown)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether statements grant to whoever the policy is attached to, so that none is named. */
  public boolean isPrincipalFree() {
    return this == IDENTITY || this == SESSION || this == BOUNDARY || this == SCP;
  }
}
