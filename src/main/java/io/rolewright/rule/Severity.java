package io.rolewright.rule;

import java.util.Locale;
import java.util.Optional;

/**
 * How bad a finding is, worst first. {@link #ERROR} is apart: AWS rejects the policy, or it can
 * never work.
 */
public enum Severity {
  ERROR,
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /** The name in reports, on the command line and in rule files: {@code high}. */
  public String shown() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of a {@link #shown()} name. */
  public static Optional<Severity> named(String shown) {
    for (Severity severity : values()) {
      if (severity.shown().equals(shown)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }

  /** Whether a finding of this severity fails a run whose threshold is {@code threshold}. */
  public boolean reaches(Severity threshold) {
    return this == ERROR || compareTo(threshold) <= 0;
  }

  /** One step less grave; errors stay errors, info stays info. */
  public Severity oneLower() {
    return switch (this) {
      case ERROR -> ERROR;
      case CRITICAL -> HIGH;
      case HIGH -> MEDIUM;
      case MEDIUM -> LOW;
      case LOW, INFO -> INFO;
    };
  }
}
