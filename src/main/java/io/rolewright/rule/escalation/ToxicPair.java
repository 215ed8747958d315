package io.rolewright.rule.escalation;

import io.rolewright.catalog.EscalationPath.Kind;
import io.rolewright.model.Role;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.Administrator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A role that somebody from outside gets into and by which he gets at the account.
 *
 * @param entries how he gets in, never none
 * @param admin a request of the session that shows it to be an administrator's, if it is
 * @param route the shortest way to more rights, where it is none
 */
public record ToxicPair(
    List<ExternalReach> entries, Optional<Ability.Able> admin, Optional<Route> route) {

  /** The ways that need nothing but the role itself: no one knows what else there is to use. */
  private static final Set<Kind> KINDS =
      EnumSet.of(Kind.SELF, Kind.CREDENTIALS, Kind.TAKEOVER, Kind.PASS);

  public ToxicPair {
    entries = List.copyOf(entries);
  }

  /** Of a role whose trust and permissions the input holds, as far as it does. */
  public static Optional<ToxicPair> of(Role role, Roster roster) {
    Abilities abilities = roster.of(role);
    Optional<Ability.Able> admin = Administrator.of(abilities);
    Optional<Route> route =
        admin.isPresent() ? Optional.empty() : roster.routes(abilities).shortest(KINDS);
    if (admin.isEmpty() && route.isEmpty()) {
      return Optional.empty();
    }
    List<ExternalReach> entries = ExternalReach.into(role, roster.estate());
    return entries.isEmpty() ? Optional.empty() : Optional.of(new ToxicPair(entries, admin, route));
  }

  /** Whether both halves hold whatever is unknown. */
  public boolean isCertain() {
    return entries.stream().anyMatch(e -> e.entry().isCertain())
        && (admin.filter(Ability.Able::isCertain).isPresent()
            || route.filter(Route::isCertain).isPresent());
  }
}
