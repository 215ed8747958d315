package io.rolewright.rule.trust;

import io.rolewright.catalog.ServicePrincipals;
import io.rolewright.source.Closest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The service that a misspelt service principal was meant to be, where it is plain. */
public final class MeantService {

  private static final String ENDING = ".amazonaws.com";

  private MeantService() {}

  /** A known name near this unknown one. */
  public static Optional<String> by(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return known(lower)
        .or(() -> known(lower + ENDING))
        .or(() -> otherEnding(lower))
        .or(() -> near(lower));
  }

  private static Optional<String> known(String name) {
    return ServicePrincipals.shipped().lookup(name).map(service -> name);
  }

  /** {@code ec2.aws.com}, {@code https://ec2.amazonaws.com/} and the like. */
  private static Optional<String> otherEnding(String name) {
    String host = name.replaceFirst("^https?://", "").replaceFirst("[:/].*$", "");
    int dot = host.indexOf('.');
    boolean amazons = host.endsWith(ENDING) && host.equals(name);
    return dot < 0 || amazons ? Optional.empty() : known(host.substring(0, dot) + ENDING);
  }

  /**
   * A name two letters away, one where the name is short. Names of up to four letters are all near
   * one another, so that a service newer than the list would be taken for a slip.
   */
  private static Optional<String> near(String name) {
    int length = name.length() - ENDING.length();
    if (length <= 4) {
      return Optional.empty();
    }
    List<String> near = ServicePrincipals.shipped().suggestions(name);
    return Closest.to(name, near, length < 8 ? 1 : 2);
  }
}
