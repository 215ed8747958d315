package io.rolewright.analyze;

import java.util.Locale;
import java.util.Optional;

/** How much a run wants to hear of. */
public enum Profile {
  /** Rules whose findings are worth most people's time. */
  RECOMMENDED,
  /** All rules. */
  STRICT;

  /** The name on the command line and in configuration: {@code strict}. */
  public String shown() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The profile of a {@link #shown()} name. */
  public static Optional<Profile> named(String shown) {
    for (Profile profile : values()) {
      if (profile.shown().equals(shown)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }
}
