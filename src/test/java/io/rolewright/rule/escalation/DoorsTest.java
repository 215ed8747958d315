package io.rolewright.rule.escalation;

import static io.rolewright.rule.escalation.Cast.allow;
import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.rule.Estate;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.Ask;
import io.rolewright.rule.permission.Targets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoorsTest {

  private static final String IAM = "arn:aws:iam::" + Cast.ACCOUNT + ":";

  /** Whom a role trusts, by the name of the role. */
  private static final Map<String, String> TRUSTED = trusted();

  private static Map<String, String> trusted() {
    Map<String, String> trusted = new LinkedHashMap<>();
    trusted.put("account", "'AWS': '" + IAM + "root'");
    trusted.put("namesake", "'AWS': '" + IAM + "role/other/asker'");
    trusted.put("asker-only", "'AWS': '" + IAM + "role/team/asker'");
    trusted.put("someone", "'AWS': '" + IAM + "role/team/someone'");
    trusted.put("user", "'AWS': '" + IAM + "user/team/asker'");
    trusted.put("service", "'Service': 'ec2.amazonaws.com'");
    trusted.put("elsewhere", "'AWS': 'arn:aws:iam::444455556666:role/team/asker'");
    trusted.put("anybody", "'AWS': '*'");
    trusted.put("session", "'AWS': 'arn:aws:sts::" + Cast.ACCOUNT + ":assumed-role/asker/one'");
    trusted.put("both", "'AWS': ['" + IAM + "role/team/someone', '" + IAM + "role/team/asker']");
    return trusted;
  }

  private final Role asker = Cast.role("team/asker", allow("'sts:*'", "*"));
  private final Abilities abilities = Abilities.of(asker);
  private final Estate estate = estate();

  private Estate estate() {
    Cast cast = new Cast().with(asker);
    TRUSTED.forEach((name, whom) -> cast.with(Cast.role(name, Cast.trust(whom), Optional.empty())));
    return cast.estate();
  }

  private List<String> open() {
    return new Doors(estate.inventory().roles(), "sts:AssumeRole")
        .openTo(abilities.bearer()).stream().map(door -> door.role().name().shown()).toList();
  }

  @Test
  void roles_that_name_others_are_passed_over() {
    assertThat(open()).containsExactly("account", "asker-only", "anybody", "session", "both");
  }

  @Test
  void whoever_is_passed_over_does_not_let_him_in() {
    for (Role role : estate.inventory().roles()) {
      String name = role.name().shown();
      Ask ask =
          Ask.of("sts:AssumeRole", Targets.only(IAM + "role/" + name))
              .across(new Ask.Other(Cast.ACCOUNT, role.trust().orElseThrow()));
      if (!open().contains(name)) {
        assertThat(abilities.can(ask)).as(name).isInstanceOf(Ability.Unable.class);
      }
    }
  }

  @Test
  void whoever_has_no_name_is_shown_every_role_that_may_trust_him() {
    Doors doors = new Doors(estate.inventory().roles(), "sts:AssumeRole");
    Abilities nameless =
        Abilities.of(
            new Role(
                asker.origin(),
                Text.literal(asker.origin(), "x"),
                asker.account(),
                Optional.of("unknown"),
                asker.trust(),
                asker.permissions(),
                true,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                ""));
    assertThat(doors.openTo(nameless.bearer()))
        .extracting(door -> door.role().name().shown())
        .contains("someone", "namesake", "both");
  }

  @Test
  void a_role_that_names_one_session_lets_in_whoever_gives_it_that_name() {
    Ability ability = abilities.can(into("session"));
    assertThat(ability.able().orElseThrow().request().principal().arn())
        .contains("arn:aws:sts::" + Cast.ACCOUNT + ":assumed-role/asker/one");
  }

  @Test
  void a_role_that_names_a_session_of_another_lets_nobody_in() {
    String other = "'AWS': 'arn:aws:sts::" + Cast.ACCOUNT + ":assumed-role/someone/one'";
    Ask.Other side = new Ask.Other(Cast.ACCOUNT, Cast.trust(other));
    Ask ask = Ask.of("sts:AssumeRole", Targets.only(IAM + "role/x")).across(side);
    assertThat(abilities.can(ask)).isInstanceOf(Ability.Unable.class);
  }

  private Ask into(String name) {
    Role role =
        estate.inventory().roles().stream()
            .filter(each -> each.name().is(name))
            .findFirst()
            .orElseThrow();
    return Ask.of("sts:AssumeRole", Targets.only(IAM + "role/" + name))
        .across(new Ask.Other(Cast.ACCOUNT, role.trust().orElseThrow()));
  }
}
