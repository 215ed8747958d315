package io.rolewright.report;

import java.util.Locale;
import java.util.Optional;

/** The forms a report can take. */
public enum Format {
  /** For people, with code frames. */
  TEXT,
  /** For programs, stable. */
  JSON,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** Markdown, for a comment on a pull request. */
  MARKDOWN;

  /** The name on the command line and in a build: {@code sarif}. */
  public String shown() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a {@link #shown()} name. */
  public static Optional<Format> named(String shown) {
    for (Format format : values()) {
      if (format.shown().equals(shown)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
