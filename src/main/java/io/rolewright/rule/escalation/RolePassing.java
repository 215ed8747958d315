package io.rolewright.rule.escalation;

import io.rolewright.catalog.PassedRole;
import io.rolewright.model.Role;
import io.rolewright.rule.Estate;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.ActionTargets;
import io.rolewright.rule.permission.Ask;
import io.rolewright.rule.permission.Bearer;
import io.rolewright.rule.permission.Given;
import io.rolewright.rule.permission.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which roles a holder may pass, to which services, and what he can do with it. */
public final class RolePassing {

  private static final String CALL = "iam:PassRole";
  private static final String SERVICE = "iam:PassedToService";

  private final Abilities abilities;

  /** About what a holder can do. */
  public RolePassing(Abilities abilities) {
    this.abilities = abilities;
  }

  /**
   * A role of the input that he can pass, by a pattern that does not name it, to something of which
   * he decides what it does.
   *
   * @param service that takes the role; the role trusts it
   * @param passing the request to pass it
   * @param starting a request that hands it over
   */
  public record Launch(Role role, String service, Ability.Able passing, Ability.Able starting) {}

  /** Whether he may pass a role that nobody named to a service that nobody named. */
  public Ability anyToAny() {
    return any(Targets.FRESH + ".amazonaws.com");
  }

  /** Whether he may pass a role that nobody named to one service. */
  public Ability any(String service) {
    return abilities.can(
        Ask.of(CALL, abilities.bearer().fresh("role/*")).with(Given.is(SERVICE, service)));
  }

  /** Whether he may pass a role that nobody named, to some service at least. */
  public Ability anyToSome() {
    return abilities.can(CALL, abilities.bearer().fresh("role/*"));
  }

  /**
   * The roles of the input that he can put to use so, in the order of reading, once each.
   *
   * @param most to look for
   */
  public List<Launch> launches(Estate estate, int most) {
    List<Launch> found = new ArrayList<>();
    if (!abilities.mayDo(CALL)) {
      return found;
    }
    List<Start> starts = starts();
    for (Role role : starts.isEmpty() ? List.<Role>of() : estate.inventory().roles()) {
      if (found.size() < most) {
        launch(role, starts, estate).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** What he can start under a role. */
  private record Start(String service, Ability.Able call) {}

  private List<Start> starts() {
    List<Start> starts = new ArrayList<>();
    for (PassedRole service : PassedRole.all()) {
      if (service.runsCode()) {
        service.actions().stream()
            .filter(abilities::mayDo)
            .map(action -> ActionTargets.ability(action, abilities, true))
            .flatMap(ability -> ability.able().stream())
            .findFirst()
            .ifPresent(able -> starts.add(new Start(service.service(), able)));
      }
    }
    return starts;
  }

  private Optional<Launch> launch(Role role, List<Start> starts, Estate estate) {
    Bearer bearer = abilities.bearer();
    Optional<String> arn = RoleNames.arn(role, bearer.partition(), estate);
    if (arn.isEmpty() || !RoleNames.isOwn(role, bearer, estate)) {
      return Optional.empty();
    }
    for (Start start : starts) {
      if (ServiceTrust.of(role, start.service(), estate)) {
        Ask ask = Ask.of(CALL, Targets.only(arn.get())).with(Given.is(SERVICE, start.service()));
        Optional<Ability.Able> passing =
            abilities.can(ask).able().filter(able -> able.grant().isWild());
        if (passing.isPresent()) {
          return Optional.of(new Launch(role, start.service(), passing.get(), start.call()));
        }
      }
    }
    return Optional.empty();
  }
}
