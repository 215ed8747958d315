package io.rolewright.analyze;

import io.rolewright.model.Inventory;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Gaps;
import io.rolewright.rule.Memo;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code rolewright.yaml} says, checked.
 *
 * @param base from where its globs start
 * @param accounts account numbers of twelve digits
 * @param organizations organisation ids such as {@code o-a1b2c3d4e5}
 * @param sessionLimits the longest sessions that are not too long
 * @param rules by rule id
 * @param ignoredPaths files that are not read
 * @param suppressions findings nobody wants to hear of
 * @param failOn the least severity that fails a run
 * @param profile which rules run
 */
public record Configuration(
    PathBase base,
    Trust accounts,
    Trust organizations,
    Estate.SessionLimits sessionLimits,
    Map<String, RuleSetting> rules,
    List<PathGlob> ignoredPaths,
    List<ConfiguredSuppression> suppressions,
    Optional<Severity> failOn,
    Optional<RuleMetadata.Profile> profile) {

  /**
   * Who belongs to the user.
   *
   * @param own the user's
   * @param trusted of others, meant to have access
   * @param trustedSaid whether the user said who is trusted, be it nobody
   */
  public record Trust(Set<String> own, Set<String> trusted, boolean trustedSaid) {

    public static final Trust NONE = new Trust(Set.of(), Set.of(), false);

    public Trust {
      own = Set.copyOf(own);
      trusted = Set.copyOf(trusted);
    }
  }

  /** What holds where nothing is configured. */
  public static final Configuration EMPTY =
      new Configuration(
          PathBase.AS_REPORTED,
          Trust.NONE,
          Trust.NONE,
          Estate.SessionLimits.DEFAULT,
          Map.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  public Configuration {
    rules = Map.copyOf(rules);
    ignoredPaths = List.copyOf(ignoredPaths);
    suppressions = List.copyOf(suppressions);
  }

  /** What is said of a rule. */
  public RuleSetting setting(RuleMetadata rule) {
    return rules.getOrDefault(rule.id(), RuleSetting.DEFAULT);
  }

  /** Whether a file, by its reported name, is not to be read. */
  public boolean ignores(String fileName) {
    String path = pathOf(fileName);
    return ignoredPaths.stream().anyMatch(glob -> glob.matches(path));
  }

  /** The estate of an inventory under this configuration. */
  public Estate estate(Inventory inventory, LocalDate today) {
    Set<String> ownOrganizations = new HashSet<>(organizations.own());
    ownOrganizations.addAll(organizations.trusted());
    Map<String, Map<String, String>> options = new HashMap<>();
    rules.forEach((id, setting) -> options.put(id, setting.options()));
    return new Estate(
        inventory,
        accounts.own(),
        accounts.trusted(),
        accounts.trustedSaid() || organizations.trustedSaid(),
        ownOrganizations,
        sessionLimits,
        options,
        new Gaps(),
        new Memo(),
        today);
  }

  /** The path of a file, by its reported name, from the configuration's folder. */
  String pathOf(String fileName) {
    return base.path(fileName);
  }
}
