package io.rolewright.reason.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertiesTest {

  private static final String OWNER = "111111111111";
  private static final String ROLE = "arn:aws:iam::111111111111:role/deploy";
  private static final Properties TRUST = Properties.among(Population.assuming(ROLE, OWNER, "aws"));

  private static final String ANYONE_WITH_MFA =
      """
      {"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole",
        "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}]}
      """;

  private static final String ANYONE_WITH_MFA_IF_EXISTS =
      ANYONE_WITH_MFA.replace("Bool", "BoolIfExists");

  private static Judged trust(String text) {
    return Judged.policy(read(text, PolicyKind.TRUST), PolicyScope.TRUST, OWNER);
  }

  private static PolicyDocument read(String text, PolicyKind kind) {
    SourceFile file = SourceFile.of("policy.json", text);
    return new PolicyReader(Limits.DEFAULT)
        .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), kind);
  }

  private static Witness witness(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Possible.class);
    return ((Outcome.Possible) outcome).witness();
  }

  @Test
  void a_star_lets_somebody_in() {
    Witness witness = witness(TRUST.possible(trust(ANYONE_WITH_MFA)));
    assertThat(witness.request().principal()).isEqualTo(Caller.user("999999999999", "stranger"));
    assertThat(witness.request().action()).isEqualTo("sts:AssumeRole");
    assertThat(witness.request().resource()).isEqualTo(ROLE);
    assertThat(witness.request().context().asMap())
        .containsExactly(java.util.Map.entry("aws:MultiFactorAuthPresent", List.of("true")));
  }

  @Test
  void a_bool_demands_mfa_and_a_bool_if_exists_does_not() {
    KeyTest mfa = KeyTest.oneOf("aws:MultiFactorAuthPresent", List.of("true"));
    assertThat(TRUST.alwaysRequires(trust(ANYONE_WITH_MFA), mfa))
        .isInstanceOf(Outcome.Impossible.class);
    Witness without = witness(TRUST.alwaysRequires(trust(ANYONE_WITH_MFA_IF_EXISTS), mfa));
    assertThat(without.request().context().has("aws:MultiFactorAuthPresent")).isFalse();
    assertThat(TRUST.newAccess(trust(ANYONE_WITH_MFA_IF_EXISTS), trust(ANYONE_WITH_MFA)))
        .isInstanceOf(Outcome.Impossible.class);
    witness(TRUST.newAccess(trust(ANYONE_WITH_MFA), trust(ANYONE_WITH_MFA_IF_EXISTS)));
  }
}
