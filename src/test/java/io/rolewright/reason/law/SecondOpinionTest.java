package io.rolewright.reason.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.CrossChecked;
import io.rolewright.analyze.Reasoning;
import io.rolewright.model.PolicyKind;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Population;
import io.rolewright.reason.property.Properties;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.law.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What our own theories leave open is decided, and what they decide is confirmed. */
class SecondOpinionTest {

  private static final List<Requests> USERS =
      Population.of(PolicyKind.IDENTITY, Coherent.HOME, "aws").subList(0, 1);

  private static final String TAG = "${aws:PrincipalTag/team}";

  private static Judged judged(Map<String, Object> policy) {
    return Judged.policy(
        World.read(policy, PolicyKind.IDENTITY).document(), PolicyScope.CALLER, Coherent.HOME);
  }

  /** Folders named after a team twice, of teams whose name is one letter; but aa is left out. */
  private static Judged folders(List<String> only) {
    return judged(
        Plausible.policy(
            List.of(
                Map.of(
                    "Effect",
                    "Allow",
                    "Action",
                    "s3:GetObject",
                    "Resource",
                    "arn:aws:s3:::b/" + TAG + TAG,
                    "Condition",
                    Map.of("StringLike", Map.of("aws:PrincipalTag/team", "?"))),
                Map.of("Effect", "Deny", "Action", "*", "NotResource", only))));
  }

  private static Outcome possible(Judged policy, Means means) {
    return new Properties(USERS, means).possible(policy);
  }

  @Test
  void what_our_theories_leave_open_is_decided_by_z3() {
    Judged none = folders(List.of("arn:aws:s3:::b/ab*", "arn:aws:s3:::b/ba*"));
    assertThat(possible(none, Means.ordinary())).isInstanceOf(Outcome.Undecided.class);
    try (Reasoning reasoning = Reasoning.unchecked()) {
      assertThat(possible(none, reasoning.means())).isInstanceOf(Outcome.Impossible.class);
    }
  }

  @Test
  void what_z3_decided_is_confirmed_like_anything_else() {
    Judged none = folders(List.of("arn:aws:s3:::b/ab*", "arn:aws:s3:::b/ba*"));
    try (Reasoning reasoning = Reasoning.checked()) {
      assertThat(possible(none, reasoning.means())).isInstanceOf(Outcome.Impossible.class);
      CrossChecked checked = reasoning.crossChecked().orElseThrow();
      assertThat(checked.differences()).isEmpty();
      assertThat(checked.unchecked()).isEmpty();
      assertThat(checked.agreed()).isPositive();
    }
  }

  @Test
  void answers_about_plausible_policies_are_confirmed() {
    int answers = 0;
    int unchecked = 0;
    try (Reasoning reasoning = Reasoning.checked()) {
      for (int seed = 0; seed < 150 * Tries.FACTOR; seed++) {
        Plausible plausible = new Plausible(seed);
        Map<String, Object> one = plausible.policy(plausible::identityStatement);
        Map<String, Object> other = plausible.changed(one, plausible::identityStatement);
        new Properties(USERS, reasoning.means()).newAccess(judged(one), judged(other));
      }
      CrossChecked checked = reasoning.crossChecked().orElseThrow();
      assertThat(checked.differences()).isEmpty();
      answers = checked.total();
      unchecked = checked.uncheckedCount();
      Tries.report("second opinion: " + answers + " answers, " + checked.unchecked());
    }
    assertThat(answers).isGreaterThan(150);
    assertThat(unchecked).as("of " + answers).isLessThan(answers / 50);
  }
}
