package io.rolewright.reason.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Witness;
import io.rolewright.simulate.Caller;
import io.rolewright.source.SourceFile;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom conditions let in of everybody of a sort, and of the services that tell by tags. */
class EverybodyTest {

  private static final String OWN = "111111111111";
  private static final String ASSUME = "sts:AssumeRole";

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          # a service acts for whomever, but of one account at a time
          iot.amazonaws.com | {"StringEquals": {"aws:SourceAccount": "111111111111"}}              | true
          iot.amazonaws.com | {"StringEquals": {"aws:SourceAccount": "11111111111"}}               | false
          iot.amazonaws.com | {"ArnLike": {"aws:SourceArn": "arn:aws:iot:*:222222222222:*"}}       | true
          iot.amazonaws.com | {"StringEquals": {"aws:SourceAccount": "111111111111"}, "ArnLike": {"aws:SourceArn": "arn:aws:iot:*:222222222222:*"}} | false
          iot.amazonaws.com | {"StringEquals": {"aws:SourceAccount": "222222222222"}, "ArnLike": {"aws:SourceArn": "arn:aws:iot:*:222222222222:*"}} | true
          iot.amazonaws.com | {"StringLike": {"aws:SourceAccount": "1*"}, "ArnLike": {"aws:SourceArn": "arn:aws:iot:*:222222222222:*"}} | false
          iot.amazonaws.com | {"StringLike": {"aws:SourceAccount": "2*"}, "ArnLike": {"aws:SourceArn": "arn:aws:iot:*:*:*"}} | true
          iot.amazonaws.com | {"StringEquals": {"aws:SourceAccount": "111111111111"}, "ArnLike": {"aws:SourceArn": "arn:aws:s3:::reports"}} | true
          iot.amazonaws.com | {"StringEqualsIfExists": {"aws:SourceAccount": "111111111111"}, "ArnLike": {"aws:SourceArn": "arn:aws:iot:*:222222222222:*"}} | true
          iot.amazonaws.com | {"StringEquals": {"aws:PrincipalOrgID": "o-own0000000"}}             | false
          iot.amazonaws.com | {"StringEquals": {"aws:PrincipalTag/team": "ops"}}                   | false
          iot.amazonaws.com | {"StringEquals": {"sts:ExternalId": "known"}}                        | true
          rolesanywhere.amazonaws.com | {"StringEquals": {"aws:PrincipalTag/x509Subject/CN": "a"}} | true
          # of EC2 users say that it sends no source keys
          ec2.amazonaws.com | {"StringEquals": {"aws:SourceAccount": "111111111111"}}              | false
          ec2.amazonaws.com | {"StringEqualsIfExists": {"aws:SourceAccount": "111111111111"}}      | true
          ec2.amazonaws.com | {"ArnLike": {"aws:SourceArn": "*"}}                                  | false
          """)
  void services(String service, String conditions, boolean reached) {
    String principal = "{\"Service\": \"" + service + "\"}";
    Actor anybody = Everybody.service(service, ASSUME, true);
    assertThat(find(principal, ASSUME, conditions, anybody).isPresent()).isEqualTo(reached);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          # where the owner's number is not known, another may be it
          {"StringEquals": {"aws:SourceAccount": "111111111111"}, "ArnLike": {"aws:SourceArn": "arn:aws:iot:*:222222222222:*"}} | true
          {"StringEquals": {"aws:SourceAccount": "222222222222"}, "ArnLike": {"aws:SourceArn": "arn:aws:iot:*:111111111111:*"}} | true
          {"StringEquals": {"aws:SourceAccount": "333333333333"}, "ArnLike": {"aws:SourceArn": "arn:aws:iot:*:222222222222:*"}} | false
          """)
  void an_owner_whose_number_is_not_known(String conditions, boolean reached) {
    Actor anybody = Everybody.service("iot.amazonaws.com", ASSUME, false);
    String principal = "{\"Service\": \"iot.amazonaws.com\"}";
    assertThat(find(principal, ASSUME, conditions, anybody).isPresent()).isEqualTo(reached);
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          account | sts:AssumeRole | {"StringEquals": {"aws:PrincipalOrgID": "o-own0000000"}}      | true
          account | sts:AssumeRole | {"StringEquals": {"aws:SourceAccount": "111111111111"}}       | false
          account | sts:AssumeRole | {"StringEquals": {"token.actions.githubusercontent.com:sub": "repo:a/b:*"}} | false
          account | sts:AssumeRole | {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}} | false
          account | sts:TagSession | {"StringEquals": {"aws:RequestTag/team": "ops"}}              | true
          account | sts:TagSession | {"StringEquals": {"sts:ExternalId": "known"}}                 | false
          role    | sts:AssumeRole | {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::222222222222:role/deploy"}} | true
          role    | sts:AssumeRole | {"ArnEquals": {"aws:PrincipalArn": "arn:aws:iam::222222222222:role/other"}} | false
          role    | sts:AssumeRole | {"Bool": {"aws:MultiFactorAuthPresent": "true"}}              | false
          """)
  void aws_principals(String who, String action, String conditions, boolean reached) {
    boolean account = who.equals("account");
    String arn = account ? "222222222222" : "arn:aws:iam::222222222222:role/deploy";
    Actor anybody =
        account
            ? Everybody.ofAccount("222222222222", action)
            : Everybody.caller(Caller.roleSession("222222222222", "deploy", "x"), action);
    assertThat(find("{\"AWS\": \"" + arn + "\"}", action, conditions, anybody).isPresent())
        .isEqualTo(reached);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}} | true
          {"ForAnyValue:StringEquals": {"aws:TagKeys": "team"}}               | true
          {"StringEquals": {"aws:PrincipalOrgID": "o-own0000000"}}            | false
          {"StringEquals": {"aws:username": "ana"}}                           | false
          """)
  void whoever_has_an_assertion(String conditions, boolean reached) {
    String action = "sts:AssumeRoleWithSAML";
    Actor bearer = Everybody.bearer(Caller.Kind.SAML, Optional.of("corp"), action);
    String principal = "{\"Federated\": \"arn:aws:iam::111111111111:saml-provider/corp\"}";
    assertThat(find(principal, action, conditions, bearer).isPresent()).isEqualTo(reached);
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          anchor | {}                                                                               | true
          anchor | {"ArnEquals": {"aws:SourceArn": "arn:aws:rolesanywhere:eu-west-1:111111111111:trust-anchor/0a1b"}} | false
          anchor | {"ArnLike": {"aws:SourceArn": "arn:aws:rolesanywhere:*:111111111111:trust-anchor/0a1b"}} | false
          anchor | {"ArnLike": {"aws:SourceArn": "arn:aws:rolesanywhere:*:111111111111:trust-anchor/*"}} | true
          anchor | {"ArnLike": {"aws:SourceArn": "arn:aws:acm-pca:*:111111111111:*"}}               | false
          anchor | {"StringEquals": {"aws:PrincipalTag/x509Subject/CN": "a", "aws:SourceAccount": "111111111111"}} | true
          cert   | {"ArnEquals": {"aws:SourceArn": "arn:aws:rolesanywhere:eu-west-1:111111111111:trust-anchor/0a1b"}} | true
          cert   | {"StringEquals": {"aws:PrincipalTag/x509Subject/CN": "a"}}                       | false
          cert   | {"StringLike": {"aws:PrincipalTag/x509SAN/URI": "spiffe://a/*"}}                 | false
          cert   | {"StringLike": {"aws:PrincipalTag/x509Subject/CN": "*"}}                         | true
          cert   | {"StringNotEquals": {"aws:PrincipalTag/x509Subject/CN": "a"}}                    | true
          cert   | {"StringEquals": {"sts:SourceIdentity": "a"}}                                    | false
          pod    | {}                                                                               | true
          pod    | {"StringEquals": {"aws:RequestTag/kubernetes-namespace": "shop"}}                | false
          pod    | {"StringLike": {"aws:RequestTag/kubernetes-namespace": "*"}}                     | true
          pod    | {"StringLike": {"aws:RequestTag/eks-cluster-arn": "arn:aws:eks:*:111111111111:*"}} | false
          pod    | {"ArnLike": {"aws:RequestTag/eks-cluster-arn": "arn:aws:eks:*:*:cluster/*"}}     | true
          pod    | {"StringEquals": {"aws:SourceAccount": "111111111111"}}                          | false
          pod    | {"StringEquals": {"aws:RequestTag/team": "ops"}}                                 | false
          """)
  void services_that_tell_by_tags(String who, String conditions, boolean reached) {
    Actor actor =
        switch (who) {
          case "anchor" -> TaggedServices.anotherAnchor();
          case "cert" -> TaggedServices.anotherCertificate();
          default -> TaggedServices.anotherPod();
        };
    String service = who.equals("pod") ? TaggedServices.PODS : TaggedServices.ROLES_ANYWHERE;
    String principal = "{\"Service\": \"" + service + "\"}";
    assertThat(find(principal, ASSUME, conditions, actor).isPresent()).isEqualTo(reached);
  }

  private static Optional<Witness> find(
      String principal, String action, String conditions, Actor actor) {
    String text =
        """
        {"Version": "2012-10-17", "Statement":
          {"Effect": "Allow", "Principal": %s, "Action": "%s", "Condition": %s}}
        """
            .formatted(principal, action, conditions);
    SourceFile file = SourceFile.of("trust.json", text);
    PolicyDocument policy =
        new PolicyReader(Limits.DEFAULT)
            .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), PolicyKind.TRUST);
    Target target = Target.of(policy, "arn:aws:iam::" + OWN + ":role/target", OWN);
    return Entry.of(policy, target)
        .find(policy.statements().get(0), actor)
        .match(
            new Outcome.Cases<>(
                possible -> Optional.of(possible.witness()),
                impossible -> Optional.empty(),
                undecided -> {
                  throw new AssertionError(undecided.reason());
                }));
  }
}
