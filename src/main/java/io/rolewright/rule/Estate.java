package io.rolewright.rule;

import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that a rule may know besides the thing it looks at: the whole input, whose accounts are
 * whose, and limits.
 *
 * @param ownAccounts the user's accounts
 * @param trustedAccounts foreign accounts that are meant to have access
 * @param trustConfigured whether the user said anything about trusted accounts at all
 * @param ownOrganizations organisation ids that are the user's own or trusted
 * @param options by rule id, the options that differ from the rule file's
 * @param gaps takes what could not be decided
 * @param memo keeps what rules make of the estate once
 * @param today the day of the run, by which dates in policies are over or not
 */
public record Estate(
    Inventory inventory,
    Set<String> ownAccounts,
    Set<String> trustedAccounts,
    boolean trustConfigured,
    Set<String> ownOrganizations,
    SessionLimits sessionLimits,
    Map<String, Map<String, String>> options,
    Gaps gaps,
    Memo memo,
    LocalDate today) {

  /** Stands for the own account where its number is not known; no account has this number. */
  public static final String UNNAMED_ACCOUNT = "000000000000";

  /**
   * The longest sessions, in seconds.
   *
   * @param privileged of roles whose permissions let a session take over the account
   */
  public record SessionLimits(long privileged, long other) {
    public static final SessionLimits DEFAULT = new SessionLimits(3600, 14400);
  }

  /** What an account is to the owner of a role. */
  public enum Relation {
    OWN,
    TRUSTED,
    /** Neither own nor trusted. */
    EXTERNAL,
    /** It cannot be told whose, because nothing says which account is the own one. */
    UNTOLD,
    /** A template leaves the account open. */
    OPEN
  }

  /** One of which nothing is worked out yet. */
  public Estate(
      Inventory inventory,
      Set<String> ownAccounts,
      Set<String> trustedAccounts,
      boolean trustConfigured,
      Set<String> ownOrganizations,
      SessionLimits sessionLimits,
      Map<String, Map<String, String>> options,
      Gaps gaps) {
    this(
        inventory,
        ownAccounts,
        trustedAccounts,
        trustConfigured,
        ownOrganizations,
        sessionLimits,
        options,
        gaps,
        new Memo(),
        LocalDate.EPOCH);
  }

  public Estate {
    ownAccounts = Set.copyOf(ownAccounts);
    trustedAccounts = Set.copyOf(trustedAccounts);
    ownOrganizations = Set.copyOf(ownOrganizations);
    options = Map.copyOf(options);
  }

  /** The number of the account that owns a role, or {@link #UNNAMED_ACCOUNT}. */
  public String accountOf(Role role) {
    return role.account().orElse(UNNAMED_ACCOUNT);
  }

  /** What the account that a principal names is to a role. */
  public Relation relation(Text account, Role role) {
    if (account.isOwnAccount()) {
      return Relation.OWN;
    }
    Optional<String> number = account.plain();
    return number.map(n -> relation(n, role)).orElse(Relation.OPEN);
  }

  private Relation relation(String account, Role role) {
    if (role.account().filter(account::equals).isPresent() || ownAccounts.contains(account)) {
      return Relation.OWN;
    }
    if (trustedAccounts.contains(account)) {
      return Relation.TRUSTED;
    }
    boolean ownKnown = role.account().isPresent() || !ownAccounts.isEmpty();
    return ownKnown ? Relation.EXTERNAL : Relation.UNTOLD;
  }

  /** An option of a rule: as configured, else as the rule file has it. */
  public String option(RuleMetadata rule, String name) {
    return options
        .getOrDefault(rule.id(), Map.of())
        .getOrDefault(name, rule.options().getOrDefault(name, ""));
  }
}
