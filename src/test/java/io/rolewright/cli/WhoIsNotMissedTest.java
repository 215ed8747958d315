package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody is left out of the list whose way in takes more than the few usual contexts. */
class WhoIsNotMissedTest {

  @TempDir private Path directory;

  private String who(String file, String text, String... asked) throws IOException {
    Files.writeString(directory.resolve(file), text);
    Session session = Session.in(directory);
    String[] all = new String[asked.length + 3];
    all[0] = "who";
    System.arraycopy(asked, 0, all, 1, asked.length);
    all[all.length - 2] = "--in";
    all[all.length - 1] = file;
    session.run(new ShippedEngine(), all);
    return session.out();
  }

  private static String template(String principal, String condition) {
    return """
        Parameters:
          Piece: {Type: String}
          Verdict: {Type: String}
        Resources:
          Dana:
            Type: AWS::IAM::User
            Properties: {UserName: dana}
          Ci:
            Type: AWS::IAM::Role
            Properties:
              RoleName: ci
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement: []
          Deploy:
            Type: AWS::IAM::Role
            Properties:
              RoleName: deploy
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  Effect: Allow
                  Principal: {AWS: %s}
                  Action: sts:AssumeRole
                  Condition: %s
        """
        .formatted(principal, condition);
  }

  @Test
  void a_session_may_have_to_be_called_as_its_user_is() throws IOException {
    String export =
        """
        {"UserDetailList": [{"UserName": "dana", "Arn": "arn:aws:iam::111111111111:user/dana"}],
         "RoleDetailList": [{"RoleName": "Deploy", "Arn": "arn:aws:iam::111111111111:role/Deploy",
           "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
             {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:user/dana"},
              "Action": "sts:AssumeRole", "Condition": {
                "StringEquals": {"sts:RoleSessionName": "${aws:username}"}}}]}}]}
        """;
    assertThat(who("a.json", export, "Deploy")).contains("  - user dana: directly");
    assertThat(who("a.json", export.replace("StringEquals", "StringLike"), "Deploy"))
        .contains("  - user dana: directly");
  }

  @Test
  void an_external_id_may_be_known_in_part() throws IOException {
    String text = template("\"*\"", "{StringEquals: {sts:ExternalId: !Sub \"acme-${Piece}\"}}");
    assertThat(who("t.yaml", text, "deploy")).contains("  - user dana: directly");
  }

  @Test
  void an_external_id_may_be_told_by_its_letters_in_two_cases() throws IOException {
    String text =
        template(
            "\"*\"",
            "{StringEqualsIgnoreCase: {sts:ExternalId: abc},"
                + " StringNotEquals: {sts:ExternalId: abc}}");
    assertThat(who("t.yaml", text, "deploy")).contains("  - user dana: directly");
  }

  @Test
  void the_name_of_a_session_may_be_known_in_part() throws IOException {
    String session = "!Sub \"arn:aws:sts::${AWS::AccountId}:assumed-role/ci/prod-${Piece}\"";
    assertThat(who("t.yaml", template(session, "{}"), "deploy")).contains("  - role ci: directly");
  }

  @Test
  void an_effect_that_is_not_known_may_be_allow() throws IOException {
    String text = template("\"*\"", "{}").replace("Effect: Allow", "Effect: !Ref Verdict");
    assertThat(who("t.yaml", text, "deploy")).contains("  - user dana: directly");
  }

  @Test
  void a_bucket_may_be_of_another_account() throws IOException {
    String export =
        """
        {"UserDetailList": [{"UserName": "dana", "Arn": "arn:aws:iam::111111111111:user/dana",
           "UserPolicyList": [{"PolicyName": "p", "PolicyDocument": {
             "Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject",
               "Resource": "*", "Condition": {
                 "StringNotEquals": {"aws:ResourceAccount": "111111111111"}}}}}]}],
         "RoleDetailList": []}
        """;
    assertThat(
            who("a.json", export, "--action", "s3:GetObject", "--resource", "arn:aws:s3:::b/key"))
        .contains("  - user dana: directly");
  }
}
