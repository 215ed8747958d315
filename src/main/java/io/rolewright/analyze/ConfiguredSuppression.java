package io.rolewright.analyze;

import io.rolewright.rule.Finding;
import io.rolewright.source.Origin;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of {@code suppress} in the configuration. A finding is meant if its rule is listed and
 * it lies in {@code path} and is about {@code resource}, where these are given; one of them is.
 *
 * @param at the entry
 * @param rules rule ids
 * @param path of the files meant, from the configuration's folder
 * @param resource a glob of names, such as {@code vendor-*}, of roles, users, policies and so on
 * @param reason never blank
 * @param expires the last day on which it holds
 */
public record ConfiguredSuppression(
    Origin at,
    Set<String> rules,
    Optional<PathGlob> path,
    Optional<PathGlob> resource,
    String reason,
    Optional<LocalDate> expires) {

  public ConfiguredSuppression {
    rules = Set.copyOf(rules);
  }

  /** Whether this speaks of the finding, which lies in the file {@code pathFromConfiguration}. */
  boolean covers(Finding finding, String pathFromConfiguration) {
    return rules.contains(finding.rule().id())
        && path.map(glob -> glob.matches(pathFromConfiguration)).orElse(true)
        && resource.map(glob -> isAbout(glob, finding.subject())).orElse(true);
  }

  /** A subject is a kind, of one or more words, and a name: {@code identity policy Deploy}. */
  private static boolean isAbout(PathGlob glob, String subject) {
    int from = 0;
    while (from >= 0) {
      if (glob.matchesWhole(subject.substring(from))) {
        return true;
      }
      int blank = subject.indexOf(' ', from);
      from = blank < 0 ? -1 : blank + 1;
    }
    return false;
  }
}
