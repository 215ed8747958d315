package io.rolewright.simulate;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a request was decided as it was (R0.5); the names are those of test vectors and JSON. */
public enum ReasonCode {
  ALLOW_IDENTITY,
  ALLOW_RESOURCE,
  ALLOW_ROOT,
  ALLOW_BOTH_SIDES,
  EXPLICIT_DENY_SCP(Layer.SCP),
  EXPLICIT_DENY_RCP(Layer.RCP),
  EXPLICIT_DENY_VPCE(Layer.VPCE),
  EXPLICIT_DENY_RESOURCE(Layer.RESOURCE),
  EXPLICIT_DENY_IDENTITY(Layer.IDENTITY),
  EXPLICIT_DENY_BOUNDARY(Layer.BOUNDARY),
  EXPLICIT_DENY_SESSION(Layer.SESSION),
  IMPLICIT_DENY_SCP(Layer.SCP),
  IMPLICIT_DENY_RCP(Layer.RCP),
  IMPLICIT_DENY_VPCE(Layer.VPCE),
  IMPLICIT_DENY_RESOURCE(Layer.RESOURCE),
  IMPLICIT_DENY_IDENTITY(Layer.IDENTITY),
  IMPLICIT_DENY_BOUNDARY(Layer.BOUNDARY),
  IMPLICIT_DENY_SESSION(Layer.SESSION),
  /** AWS does not take such a call at all, whatever the policies say. */
  CALL_INVALID,
  /** A policy breaks the grammar, so that AWS would not have stored it. */
  POLICY_INVALID;

  private static final ReasonCode[] EXPLICIT = denials("EXPLICIT_DENY_");
  private static final ReasonCode[] IMPLICIT = denials("IMPLICIT_DENY_");

  private final Optional<Layer> layer;

  ReasonCode() {
    this.layer = Optional.empty();
  }

  ReasonCode(Layer layer) {
    this.layer = Optional.of(layer);
  }

  /** The layer that denies; none of an allowed or invalid request. */
  public Optional<Layer> layer() {
    return layer;
  }

  public boolean isAllow() {
    return name().startsWith("ALLOW_");
  }

  public boolean isExplicitDeny() {
    return name().startsWith("EXPLICIT_");
  }

  static ReasonCode explicitDeny(Layer layer) {
    return EXPLICIT[layer.ordinal()];
  }

  static ReasonCode implicitDeny(Layer layer) {
    return IMPLICIT[layer.ordinal()];
  }

  private static ReasonCode[] denials(String prefix) {
    return Stream.of(Layer.values())
        .map(layer -> valueOf(prefix + layer))
        .toArray(ReasonCode[]::new);
  }
}
