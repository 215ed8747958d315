package io.rolewright.rule.escalation;

import io.rolewright.catalog.EscalationPath;
import io.rolewright.model.Identity;
import io.rolewright.model.Role;
import io.rolewright.rule.Estate;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.Bearer;
import io.rolewright.rule.permission.Targets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a path can be aimed at: the holder himself, somebody of a name that nobody chose, or an
 * administrator of the input. That a single other one is within reach, of whom nothing is known, is
 * no way to more rights.
 */
final class Aims {

  private final EscalationPath path;
  private final Abilities abilities;
  private final Roster roster;
  private final Bearer bearer;

  Aims(EscalationPath path, Abilities abilities, Roster roster) {
    this.path = path;
    this.abilities = abilities;
    this.roster = roster;
    this.bearer = abilities.bearer();
  }

  List<Aim> all() {
    return switch (path.target()) {
      case OWN_USER -> bearer.isUser() ? self() : List.of();
      case OWN_ROLE -> bearer.isUser() ? List.of() : self();
      case OWN_GROUP -> abilities.groups().stream().map(g -> "group/" + g).map(this::own).toList();
      case OWN_POLICY -> policies();
      case USER -> users();
      case GROUP -> bearer.isUser() ? fresh("group/*") : List.of();
      case ROLE, POLICY -> path.trustsCaller() ? accepting() : roles();
      case SAML_PROVIDER -> fresh("saml-provider/*");
      case RESOURCE -> fresh("role/*");
    };
  }

  /** Paths that lift what caps the own rights lead nowhere where nothing caps them. */
  private List<Aim> self() {
    boolean lifts = path.actions().get(0).endsWith("PermissionsBoundary");
    return lifts && abilities.boundaryName().isEmpty() ? List.of() : List.of(Aim.at(bearer.self()));
  }

  private Aim own(String resource) {
    String arn = bearer.iam(resource);
    return Aim.at(new Targets(List.of(arn), List.of(), List.of(arn.replace("*", bearer.owner()))));
  }

  private List<Aim> fresh(String resource) {
    return List.of(Aim.at(bearer.fresh(resource)));
  }

  /** Of a role or user the policies that are attached to it; of others any. */
  private List<Aim> policies() {
    List<Aim> aims = new ArrayList<>();
    for (String name : abilities.ownPolicies()) {
      aims.add(
          name.startsWith("arn:") ? Aim.at(Targets.only(name)) : Aim.at(bearer.fresh("policy/*")));
    }
    return bearer.isNamed() ? aims : fresh("policy/*");
  }

  private List<Aim> users() {
    List<Aim> aims = new ArrayList<>(fresh("user/*"));
    for (Identity user : roster.administratingUsers()) {
      roster
          .of(user)
          .bearer()
          .selfArn()
          .filter(arn -> !bearer.selfArn().equals(Optional.of(arn)))
          .ifPresent(arn -> aims.add(Aim.at(Targets.only(arn))));
    }
    return aims;
  }

  private List<Aim> roles() {
    boolean open = !path.passesRole() || passesSome();
    List<Aim> aims = new ArrayList<>(open ? fresh("role/*") : List.of());
    if (path.gain() == EscalationPath.Gain.TARGET) {
      roster.administrators().forEach(role -> add(role, true, aims));
    }
    return aims;
  }

  /** One question that answers many: most who may pass roles may pass only some by their names. */
  private boolean passesSome() {
    return !(new RolePassing(abilities).anyToSome() instanceof Ability.Unable);
  }

  private void add(Role role, boolean own, List<Aim> aims) {
    Estate estate = roster.estate();
    RoleNames.arn(role, bearer.partition(), estate)
        .filter(arn -> !own || RoleNames.isOwn(role, bearer, estate))
        .filter(arn -> !bearer.selfArn().equals(Optional.of(arn)))
        .map(Targets::only)
        .ifPresent(targets -> aims.add(new Aim(targets, Optional.of(role))));
  }

  /** Roles that let the holder in before anything is changed. */
  private List<Aim> accepting() {
    List<Aim> aims = new ArrayList<>();
    boolean asIs = path.gain() == EscalationPath.Gain.TARGET;
    if (!asIs && !writesSomewhere()) {
      return aims;
    }
    List<Role> candidates = asIs ? roster.administrators() : roster.estate().inventory().roles();
    for (Role role : candidates) {
      if (role.trust().filter(t -> TrustedAccounts.mayTrust(t, bearer)).isPresent()) {
        add(role, !asIs, aims);
      }
    }
    return aims;
  }

  /** Whether the deciding call goes through at all, before each role is looked at. */
  private boolean writesSomewhere() {
    boolean policy = path.target() == EscalationPath.Target.POLICY;
    Targets any = bearer.any(policy ? "policy/*" : "role/*");
    return !(abilities.can(path.decidingAction(), any) instanceof Ability.Unable);
  }
}
