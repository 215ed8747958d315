package io.rolewright.simulate.sts;

import java.util.Optional;

/**
 * What credentials say about multi-factor authentication (R4.1).
 *
 * @param present {@code aws:MultiFactorAuthPresent}; absent for long-term keys
 * @param ageSeconds {@code aws:MultiFactorAuthAge}, only where {@code present} is true
 */
public record Mfa(Optional<Boolean> present, Optional<Long> ageSeconds) {

  /** Credentials that say nothing of it. */
  public static final Mfa ABSENT = new Mfa(Optional.empty(), Optional.empty());

  /** Temporary credentials without MFA. */
  public static final Mfa FALSE = new Mfa(Optional.of(false), Optional.empty());

  /** Credentials that were got with MFA some seconds ago. */
  public static Mfa ago(long seconds) {
    return new Mfa(Optional.of(true), Optional.of(seconds));
  }
}
