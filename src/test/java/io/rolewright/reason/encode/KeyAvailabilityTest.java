package io.rolewright.reason.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.solve.Domain.Presence;
import io.rolewright.simulate.Caller.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyAvailabilityTest {

  @ParameterizedTest
  @CsvSource({
    "USER, sts:AssumeRole, sts:ExternalId, OPTIONAL",
    "SERVICE, sts:AssumeRole, sts:ExternalId, OPTIONAL",
    "WEB_IDENTITY, sts:AssumeRoleWithWebIdentity, sts:ExternalId, NEVER",
    "SAML, sts:AssumeRoleWithSAML, STS:EXTERNALID, NEVER",
    "USER, sts:AssumeRole, sts:DurationSeconds, NEVER",
    "WEB_IDENTITY, sts:AssumeRoleWithWebIdentity, sts:DurationSeconds, NEVER",
    "USER, sts:AssumeRole, sts:RoleSessionName, ALWAYS",
    "USER, sts:AssumeRole, aws:SourceArn, NEVER",
    "ROLE_SESSION, sts:AssumeRole, aws:SourceAccount, NEVER",
    "SERVICE, sts:AssumeRole, aws:SourceAccount, OPTIONAL",
    "USER, sts:AssumeRole, aws:PrincipalOrgID, OPTIONAL",
    "SERVICE, sts:AssumeRole, aws:PrincipalOrgID, NEVER",
    "SAML, sts:AssumeRoleWithSAML, aws:PrincipalOrgPaths, NEVER",
    "USER, sts:AssumeRole, aws:PrincipalArn, ALWAYS",
    "SERVICE, sts:AssumeRole, aws:PrincipalArn, NEVER",
    "WEB_IDENTITY, sts:AssumeRoleWithWebIdentity, aws:PrincipalAccount, NEVER",
    "USER, sts:AssumeRole, aws:username, ALWAYS",
    "ROLE_SESSION, sts:AssumeRole, aws:username, NEVER",
    "USER, sts:AssumeRole, aws:MultiFactorAuthPresent, OPTIONAL",
    "ROLE_SESSION, sts:AssumeRole, aws:MultiFactorAuthAge, NEVER",
    "SAML, sts:AssumeRoleWithSAML, aws:MultiFactorAuthPresent, NEVER",
    "SERVICE, sts:AssumeRole, aws:PrincipalServiceName, ALWAYS",
    "USER, sts:AssumeRole, aws:PrincipalServiceName, NEVER",
    "USER, sts:AssumeRole, saml:aud, NEVER",
    "SAML, sts:AssumeRoleWithSAML, SAML:aud, OPTIONAL",
    "USER, sts:AssumeRole, token.actions.githubusercontent.com:sub, NEVER",
    "WEB_IDENTITY, sts:AssumeRoleWithWebIdentity, gitlab.com:sub, OPTIONAL",
    "USER, sts:AssumeRole, aws:RequestTag/team, OPTIONAL",
    "USER, sts:AssumeRole, aws:CurrentTime, ALWAYS",
  })
  void a_key_comes_always_sometimes_or_never(
      Kind caller, String action, String key, Presence presence) {
    assertThat(new KeyAvailability(caller).of(key, action)).isEqualTo(presence);
  }
}
