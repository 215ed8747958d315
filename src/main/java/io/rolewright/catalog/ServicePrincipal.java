package io.rolewright.catalog;

import java.util.Set;

/**
 * An AWS service as a principal.
 *
 * @param name such as {@code ec2.amazonaws.com}, without Region
 * @param kind whether the service acts itself
 * @param sourceKeys whether its calls can be tied to a resource of the own account
 * @param keys which of {@code aws:SourceArn} and {@code aws:SourceAccount} the source names; the
 *     other may come as well
 * @param source where this was read
 */
public record ServicePrincipal(
    String name, Kind kind, SourceKeys sourceKeys, Set<String> keys, String source) {

  public ServicePrincipal {
    keys = Set.copyOf(keys);
  }

  /** Who uses the credentials of a role that the service assumes. */
  public enum Kind {
    /** The customer's own code: the service hands the credentials on, as EC2 and Lambda do. */
    COMPUTE,
    /** The service itself. */
    SERVICE,
    /** The service itself, by service-linked roles only, whose trust policies AWS writes. */
    LINKED
  }

  /**
   * Whether {@code aws:SourceArn} and {@code aws:SourceAccount} come with the service's AssumeRole
   * calls, so that a trust policy can ask for them (R5.14).
   */
  public enum SourceKeys {
    /** The service's documentation says so. */
    DOCUMENTED,
    /** A published example policy relies on it. */
    SAMPLE,
    /** Users say so, or we recall it; not confirmed. */
    COMMUNITY,
    /** Reported not to be sent: a condition on them locks the service out. */
    NOT_SENT,
    /** No evidence either way. */
    UNKNOWN
  }
}
