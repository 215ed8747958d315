package io.rolewright.rule.escalation;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.reason.estate.Relevant;
import io.rolewright.rule.Estate;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.Ask;
import io.rolewright.rule.permission.Bearer;
import io.rolewright.rule.permission.Given;
import io.rolewright.rule.permission.Targets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which roles a holder may assume, as far as it is up to him, and which of them let him in. */
public final class RoleAssuming {

  private static final String CALL = "sts:AssumeRole";

  /** Stands for any account but the holder's own. */
  public static final String STRANGE_ACCOUNT = "909090909090";

  private final Abilities abilities;

  /** About what a holder can do. */
  public RoleAssuming(Abilities abilities) {
    this.abilities = abilities;
  }

  /**
   * A role that lets him in.
   *
   * @param call his request, which both sides allow
   */
  public record Accepting(Role role, Ability.Able call) {}

  /** Roles that let him in; {@code complete} says whether all of the input were looked at. */
  public record Accepted(List<Accepting> roles, boolean complete) {
    public Accepted {
      roles = List.copyOf(roles);
    }
  }

  /**
   * Whether he may ask for sessions of any role of any account: of one that nobody named, in an
   * account without an organisation that nobody named, if that role lets him in.
   */
  public Ability anyAnywhere() {
    if (!abilities.mayDo(CALL)) {
      return new Ability.Unable();
    }
    Bearer bearer = abilities.bearer();
    String role =
        "arn:" + bearer.partition() + ":iam::" + STRANGE_ACCOUNT + ":role/" + Targets.FRESH;
    return abilities.can(
        Ask.of(CALL, Targets.only(role))
            .with(Given.absent("aws:ResourceOrgID"), Given.absent("aws:ResourceOrgPaths"))
            .across(
                new Ask.Other(
                    STRANGE_ACCOUNT, Permits.everybody(abilities.policies().get(0).origin()))));
  }

  /**
   * The roles of the input that let him in, both sides decided, in the order of reading; himself he
   * is not among them. Where his own policies tell no roles apart, all with the same trust policy
   * do as the first of them does that refuses him.
   *
   * @param most to look for
   */
  public Accepted accepting(Estate estate, int most) {
    List<Accepting> found = new ArrayList<>();
    if (!abilities.mayDo(CALL)) {
      return new Accepted(found, true);
    }
    Set<Ask.Other> refusing = new HashSet<>();
    boolean alike = abilities.treatsAllAlike(CALL);
    for (Doors.Door door : Roster.of(estate).doors().openTo(abilities.bearer())) {
      if (found.size() == most) {
        return new Accepted(found, false);
      }
      Ask.Other side = new Ask.Other(estate.accountOf(door.role()), door.trust());
      Optional<String> arn = arn(door.role(), estate);
      if (arn.isEmpty() || alike && refusing.contains(side)) {
        continue;
      }
      Optional<Ability.Able> able = into(arn.get(), side).able();
      able.ifPresent(call -> found.add(new Accepting(door.role(), call)));
      if (able.isEmpty()) {
        refusing.add(side);
      }
    }
    return new Accepted(found, true);
  }

  /** Whether one role lets him in, both sides decided; not one whose name or trust is open. */
  public Ability into(Role role, Estate estate) {
    Optional<String> arn = arn(role, estate);
    if (arn.isEmpty() || role.trust().isEmpty()) {
      return new Ability.Unable();
    }
    PolicyDocument trust = new Relevant(CALL).of(role.trust().get());
    return TrustedAccounts.mayTrust(trust, abilities.bearer())
        ? into(arn.get(), new Ask.Other(estate.accountOf(role), trust))
        : new Ability.Unable();
  }

  private Ability into(String role, Ask.Other side) {
    return abilities.can(Ask.of(CALL, Targets.only(role)).across(side));
  }

  /** The name of a role as what is asked for; not of himself. */
  private Optional<String> arn(Role role, Estate estate) {
    Bearer bearer = abilities.bearer();
    return RoleNames.arn(role, bearer.partition(), estate)
        .filter(name -> !bearer.selfArn().equals(Optional.of(name)));
  }
}
