package io.rolewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionKeyLookupTest {

  private final Catalog catalog = Catalog.shipped();

  private static String kind(KeyLookup lookup) {
    return lookup.match(k -> "known", o -> "plausible", u -> "unknown");
  }

  private List<String> suggestions(String name) {
    return catalog.conditionKey(name).match(k -> List.of(), o -> List.of(), u -> u.suggestions());
  }

  @ParameterizedTest
  @CsvSource({
    "aws:SourceArn, aws:SourceArn, ARN, false",
    "AWS:SOURCEARN, aws:SourceArn, ARN, false",
    "aws:MultiFactorAuthPresent, aws:MultiFactorAuthPresent, BOOL, false",
    "aws:MultiFactorAuthAge, aws:MultiFactorAuthAge, NUMERIC, false",
    "aws:CurrentTime, aws:CurrentTime, DATE, false",
    "aws:SourceIp, aws:SourceIp, IP_ADDRESS, false",
    "aws:PrincipalOrgID, aws:PrincipalOrgID, STRING, false",
    "aws:PrincipalOrgPaths, aws:PrincipalOrgPaths, STRING, true",
    "aws:SourceOrgPaths, aws:SourceOrgPaths, STRING, true",
    "aws:ResourceOrgPaths, aws:ResourceOrgPaths, STRING, true",
    "aws:VpceOrgPaths, aws:VpceOrgPaths, STRING, true",
    "aws:CalledVia, aws:CalledVia, STRING, true",
    "aws:TagKeys, aws:TagKeys, STRING, true",
    "aws:PrincipalServiceNamesList, aws:PrincipalServiceNamesList, STRING, true",
    "aws:PrincipalTag/Team, aws:PrincipalTag/${TagKey}, STRING, false",
    "aws:principaltag/a:b/c, aws:PrincipalTag/${TagKey}, STRING, false",
    "aws:RequestTag/x, aws:RequestTag/${TagKey}, STRING, false",
    "sts:ExternalId, sts:ExternalId, STRING, false",
    "sts:externalid, sts:ExternalId, STRING, false",
    "sts:TransitiveTagKeys, sts:TransitiveTagKeys, STRING, true",
    "sts:DurationSeconds, sts:DurationSeconds, NUMERIC, false",
    "sts:IdentityTokenAudience, sts:IdentityTokenAudience, STRING, true",
    "sts:RequestContextProviders, sts:RequestContextProviders, ARN, true",
    "ec2:SourceInstanceArn, ec2:SourceInstanceArn, ARN, false",
    "s3:prefix, s3:prefix, STRING, false",
    "s3:ExistingObjectTag/a, s3:ExistingObjectTag/${key}, STRING, false",
    "kms:EncryptionContext:app, kms:EncryptionContext:${EncryptionContextKey}, STRING, false",
    "saml:aud, saml:aud, STRING, false",
    "SAML:eduPersonAffiliation, saml:edupersonaffiliation, STRING, true",
    "cognito-identity.amazonaws.com:aud, cognito-identity.amazonaws.com:aud, STRING, false",
    "cognito-identity.amazonaws.com:amr, cognito-identity.amazonaws.com:amr, STRING, true",
    "accounts.google.com:oaud, accounts.google.com:oaud, STRING, false",
    "graph.facebook.com:app_id, graph.facebook.com:app_id, STRING, false",
    "www.amazon.com:user_id, www.amazon.com:user_id, STRING, false",
    "gitlab.com:sub, gitlab.com:sub, STRING, false",
  })
  void a_key_that_aws_lists_is_known(String written, String name, ValueType type, boolean many) {
    KeyLookup lookup = catalog.conditionKey(written);
    assertThat(kind(lookup)).isEqualTo("known");
    assertThat(lookup.key()).contains(new ConditionKey(name, type, many));
  }

  @ParameterizedTest
  @CsvSource({
    ":sub, :sub",
    ":Repository_Id, :repository_id",
    "/acme:ref, /${SubPath}:ref",
    "/acme:aud, /acme:aud",
  })
  void a_claim_of_github_is_known_with_and_without_enterprise(String written, String name) {
    String issuer = "token.actions.githubusercontent.com";
    assertThat(catalog.conditionKey(issuer + written))
        .isEqualTo(new KeyLookup.Known(new ConditionKey(issuer + name, ValueType.STRING, false)));
  }

  @ParameterizedTest
  @CsvSource({
    "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E:sub, false",
    "issuer.example.com/path:aud, false",
    "issuer.example.com/path:amr, true",
    "auth.example.com/:aud, false",
    "app.terraform.io:sub, false",
  })
  void a_standard_claim_of_any_issuer_is_plausible(String written, boolean many) {
    KeyLookup lookup = catalog.conditionKey(written);
    assertThat(kind(lookup)).isEqualTo("plausible");
    assertThat(lookup.key()).contains(new ConditionKey(written, ValueType.STRING, many));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:SourceARNs, aws:SourceArn",
    "aws:PrincipleOrgID, aws:PrincipalOrgID",
    "aws:MultiFactorAuthPresents, aws:MultiFactorAuthPresent",
    "aws:PrincipalTag, aws:PrincipalTag/${TagKey}",
    "aws:PrincipleTag/Team, aws:PrincipalTag/${TagKey}",
    "sts:ExternalID_, sts:ExternalId",
    "sts:ExternId, sts:ExternalId",
    "asw:SourceArn, aws:SourceArn",
    "smal:aud, saml:aud",
    "SourceArn, aws:SourceArn",
    "ExternalId, sts:ExternalId",
    "https://gitlab.com:sub, gitlab.com:sub",
    "https://issuer.example.com/path:aud, issuer.example.com/path:aud",
    "gitlab.com:user_mail, gitlab.com:user_email",
    "oidc.eks.eu-west-1.amazonaws.com/id/A:subs, oidc.eks.eu-west-1.amazonaws.com/id/a:sub",
  })
  void an_unknown_key_brings_the_likeliest_first(String written, String meant) {
    assertThat(kind(catalog.conditionKey(written))).isEqualTo("unknown");
    assertThat(suggestions(written)).startsWith(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "aws:",
        ":aud",
        "xyzzy:plugh",
        "aws:PrincipalTag/",
        "login.example.com:email_verified_at",
        "-host.example.com:sub",
        "exa mple.com:sub",
        "10.0.0.1:sub",
        "host.example.com/a b:sub",
        "example..com:sub",
        "https://"
      })
  void nonsense_is_unknown(String written) {
    assertThat(kind(catalog.conditionKey(written))).isEqualTo("unknown");
  }

  @Test
  void a_service_answers_for_its_own_keys() {
    Service ec2 = catalog.service("ec2").orElseThrow();
    assertThat(ec2.conditionKey("EC2:region").map(ConditionKey::name)).contains("ec2:Region");
    assertThat(ec2.conditionKey("s3:prefix")).isEmpty();
  }

  @Test
  void templates_need_text_for_each_variable() {
    KeyTemplate template = KeyTemplate.of("a/${X}.b.${Y}");
    assertThat(template.matches("a/1.b.2")).isTrue();
    assertThat(template.matches("a/1.b.1.b.2")).isTrue();
    assertThat(template.matches("a/.b.2")).isFalse();
    assertThat(template.matches("a/1.b.")).isFalse();
    assertThat(KeyTemplate.of("plain").matches("plain")).isTrue();
  }
}
