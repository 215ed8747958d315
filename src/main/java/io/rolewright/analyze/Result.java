package io.rolewright.analyze;

import io.rolewright.rule.Finding;
import java.util.Locale;
import java.util.Optional;

/**
 * A finding with what the run knows about it.
 *
 * @param fingerprint stable while the finding means the same: made of rule, file, subject and the
 *     written element, not of line numbers
 * @param suppressed why nobody wants to hear of it; empty where it is open
 * @param offer a fix that was proved; empty where there is none, or nobody asked for fixes
 */
public record Result(
    Finding finding, String fingerprint, Optional<Suppressed> suppressed, Optional<Offer> offer) {

  /** A result for which no fix is offered. */
  public Result(Finding finding, String fingerprint, Optional<Suppressed> suppressed) {
    this(finding, fingerprint, suppressed, Optional.empty());
  }

  /** This result with a fix. */
  public Result offering(Offer fix) {
    return new Result(finding, fingerprint, suppressed, Optional.of(fix));
  }

  /**
   * Why a finding is not open.
   *
   * @param by where that was asked for
   * @param reason in the words of who asked; may be empty
   */
  public record Suppressed(By by, String reason) {}

  /** The place a suppression was written in. */
  public enum By {
    IN_SOURCE,
    CONFIGURATION,
    BASELINE;

    /** The name in reports: {@code in-source}. */
    public String shown() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
