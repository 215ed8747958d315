package io.rolewright.analyze.who;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.model.PolicyDocument;
import io.rolewright.parse.ReadOptions;
import io.rolewright.reason.estate.Entrant;
import io.rolewright.reason.estate.Entrants;
import io.rolewright.reason.estate.Principal;
import io.rolewright.simulate.TrustPolicies;
import io.rolewright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom trust policies let in, in words. */
class EntrantsTest {

  private static final String OWNER = "111111111111";
  private static final String ROLE = "arn:aws:iam::111111111111:role/Deploy";

  @Test
  void an_account_lets_in_whomever_its_own_policies_allow() {
    assertThat(said(allow("\"AWS\": \"222222222222\"", "")))
        .containsExactly(
            "any principal of account `222222222222`, if their own policies allow it too");
  }

  @Test
  void a_user_of_the_own_account_needs_nothing_else() {
    assertThat(said(allow("\"AWS\": \"arn:aws:iam::111111111111:user/people/dana\"", "")))
        .containsExactly("user `people/dana` of account `111111111111`");
  }

  @Test
  void a_star_is_everybody_and_every_service() {
    assertThat(said(allow("\"AWS\": \"*\"", "")))
        .containsExactly(
            "any principal of any account, in other accounts, if their own policies allow it too",
            "any AWS service");
  }

  @Test
  void mfa_keeps_roles_and_services_out() {
    assertThat(
            said(allow("\"AWS\": \"*\"", "\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}")))
        .containsExactly(
            "any user of any account, with MFA, in other accounts,"
                + " if their own policies allow it too");
  }

  @Test
  void conditions_on_the_principal_narrow_who_it_is() {
    assertThat(
            said(
                allow(
                    "\"AWS\": \"222222222222\"",
                    "\"ArnLike\": {\"aws:PrincipalArn\": \"arn:aws:iam::*:role/ci/*\"}")))
        .containsExactly(
            "role `ci/*` of account `222222222222`, if their own policies allow it too");
  }

  @Test
  void a_session_is_named_with_its_role() {
    assertThat(said(allow("\"AWS\": \"arn:aws:sts::111111111111:assumed-role/ci/run\"", "")))
        .singleElement()
        .asString()
        .contains("`ci`")
        .contains("in a session named `run`");
  }

  @Test
  void services_are_one_list() {
    assertThat(said(allow("\"Service\": [\"ec2.amazonaws.com\", \"ecs.amazonaws.com\"]", "")))
        .containsExactly("service `ec2.amazonaws.com` or `ecs.amazonaws.com`");
  }

  @Test
  void a_provider_is_told_with_its_subjects() {
    String provider = "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com";
    String trust =
        document(
            """
            {"Effect": "Allow", "Principal": {"Federated": "%s"},
             "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike":
               {"token.actions.githubusercontent.com:sub": "repo:acme/shop:*"}}}"""
                .formatted(provider));
    assertThat(said(trust))
        .containsExactly(
            "anyone with a token of `"
                + provider
                + "`, if token.actions.githubusercontent.com:sub matches repo:acme/shop:*");
  }

  @Test
  void a_deny_is_taken_off() {
    String trust =
        document(
            """
            {"Effect": "Allow", "Principal": {"AWS": "111111111111"}, "Action": "sts:AssumeRole"},
            {"Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole",
             "Condition": {"StringNotEquals": {"sts:ExternalId": "x"}}}""");
    assertThat(said(trust))
        .containsExactly(
            "any principal of account `111111111111`, if sts:ExternalId is x,"
                + " if their own policies allow it too");
  }

  @Test
  void nobody_is_let_in_by_an_orphan() {
    assertThat(said(allow("\"AWS\": \"AROAEXAMPLEGONE123456\"", ""))).isEmpty();
  }

  @Test
  void every_entrant_of_random_trust_policies_gets_in_and_nobody_else_of_the_estate() {
    for (int seed = 0; seed < 150; seed++) {
      for (Principal role : principals(new RandomEstate(seed).export())) {
        if (role.isRole()) {
          PolicyDocument trust = role.trust().orElseThrow();
          Entrants.Result result = Entrants.of(trust, role.arn(), role.account());
          assertThat(result.missing()).isEmpty();
          for (Entrant entrant : result.all()) {
            assertThat(entrant.isCertain()).isTrue();
            assertThat(TrustPolicies.decide(trust, entrant.witness(), role.account()).isAllowed())
                .as("seed " + seed + " " + role + " " + entrant)
                .isTrue();
          }
        }
      }
    }
  }

  private static List<Principal> principals(String export) {
    return EstateReader.principals(
        new Inputs(ReadOptions.DEFAULT).read(SourceFile.of("export.json", export), true));
  }

  private static List<String> said(String trust) {
    String export =
        "{\"RoleName\": \"Deploy\", \"Arn\": \"%s\", \"AssumeRolePolicyDocument\": %s}"
            .formatted(ROLE, trust);
    Principal role = principals(export).get(0);
    Entrants.Result result = Entrants.of(role.trust().orElseThrow(), ROLE, OWNER);
    assertThat(result.missing()).isEmpty();
    return result.all().stream().map(EntrantsTest::said).toList();
  }

  private static String said(Entrant entrant) {
    StringBuilder said = new StringBuilder(entrant.who());
    entrant.conditions().forEach(condition -> said.append(", ").append(condition));
    return entrant.own().words().isEmpty()
        ? said.toString()
        : said.append(", ").append(entrant.own().words()).toString();
  }

  private static String allow(String principal, String condition) {
    return document(
        "{\"Effect\": \"Allow\", \"Principal\": {%s}, \"Action\": \"sts:AssumeRole\", \"Condition\": {%s}}"
            .formatted(principal, condition));
  }

  private static String document(String statements) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
  }
}
