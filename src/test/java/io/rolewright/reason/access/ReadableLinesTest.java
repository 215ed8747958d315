package io.rolewright.reason.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.catalog.Catalog;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.solve.SearchBudget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadableLinesTest {

  private static final String BUCKET = "arn:aws:s3:::reports/*";

  private final Permissions made = new Permissions();
  private final Formulas formulas = made.formulas;
  private final Formula mfa = made.key("aws:multifactorauthpresent", "true");

  private String shown(Formula access) {
    return list(access).lines().stream()
        .map(AccessWords.of(Spelling.of(Catalog.shipped()), Permissions.domains())::line)
        .collect(Collectors.joining("\n"));
  }

  private Access<String> list(Formula access) {
    Access<String> lines =
        new AccessLines(formulas, Permissions.domains(), SearchBudget.ordinary())
            .of(access, made.sources);
    assertThat(lines.missing()).isEmpty();
    return lines;
  }

  @Test
  void all_of_a_service_but_what_is_denied() {
    Formula role = made.policy("role", made.allow("s3:*", "*"), made.deny("s3:Delete*", "*"));
    assertThat(shown(role)).isEqualTo("s3:* except s3:Delete* on any resource");
  }

  @Test
  void a_session_policy_cuts_a_role() {
    Formula role = made.policy("role", made.allow("s3:Get* s3:Put* ec2:*", "*"));
    Formula session = made.policy("session", made.allow("s3:*", BUCKET));
    assertThat(shown(formulas.and(role, session)))
        .isEqualTo("s3:Get*, s3:Put* on arn:aws:s3:::reports/*");
  }

  @Test
  void sources_are_named_policy_by_policy() {
    Formula role = made.policy("role", made.allow("ec2:*", "*"), made.allow("s3:Get*", "*"));
    Formula session = made.policy("session", made.allow("s3:*", BUCKET), made.allow("sqs:*", "*"));
    assertThat(list(formulas.and(role, session)).lines())
        .singleElement()
        .satisfies(line -> assertThat(line.sources()).containsExactly("role-2", "session-1"));
  }

  @Test
  void everything_but_some_services() {
    assertThat(shown(made.policy("role", made.allow("!iam:* organizations:*", "*"))))
        .isEqualTo("* except iam:*, organizations:* on any resource");
  }

  @Test
  void all_resources_but_some() {
    assertThat(shown(made.policy("role", made.allow("s3:GetObject", "!" + BUCKET))))
        .isEqualTo("s3:GetObject on any resource except arn:aws:s3:::reports/*");
  }

  @Test
  void a_denial_without_mfa() {
    Formula role =
        made.policy("role", made.allow("*", "*"), made.deny("iam:*", "*", formulas.not(mfa)));
    assertThat(shown(role))
        .isEqualTo("* on any resource with MFA\n" + "* except iam:* on any resource");
  }

  @Test
  void a_denial_where_mfa_is_said_to_be_missing() {
    Formula role =
        made.policy(
            "role",
            made.allow("iam:Get*", "*"),
            made.deny("*", "*", made.key("aws:multifactorauthpresent", "false")));
    assertThat(shown(role))
        .isEqualTo(
            "iam:Get* on any resource with MFA (or aws:MultiFactorAuthPresent is " + "absent)");
  }

  @Test
  void everything_with_denials() {
    Formula role =
        made.policy(
            "role",
            made.allow("*", "*"),
            made.deny("s3:DeleteBucket s3:PutBucketPolicy iam:*", "*"),
            made.deny("kms:ScheduleKeyDeletion", "*"));
    assertThat(shown(role))
        .isEqualTo(
            "* except iam:*, kms:ScheduleKeyDeletion, s3:DeleteBucket, "
                + "s3:PutBucketPolicy on any resource");
  }

  @Test
  void a_boundary_and_a_role_that_cut_each_other() {
    Formula role = made.policy("role", made.allow("s3:* dynamodb:GetItem", "*"));
    Formula boundary = made.policy("boundary", made.allow("*:Get* *:List*", "*"));
    assertThat(shown(formulas.and(role, boundary)))
        .isEqualTo("dynamodb:GetItem, s3:Get*, s3:List* on any resource");
  }

  @Test
  void patterns_that_cut_each_other_in_the_middle() {
    Formula role = made.policy("role", made.allow("s3:Get*", "*"));
    Formula boundary = made.policy("boundary", made.allow("s3:*Tagging", "*"));
    assertThat(shown(formulas.and(role, boundary)))
        .isEqualTo("s3:Get* that is also s3:*Tagging on any resource");
  }

  @Test
  void reading_anywhere_and_everything_in_one_bucket() {
    Formula role = made.policy("role", made.allow("s3:Get*", "*"), made.allow("s3:*", BUCKET));
    assertThat(shown(role))
        .isEqualTo("s3:* on arn:aws:s3:::reports/*\n" + "s3:Get* on any resource");
  }

  @Test
  void statements_that_differ_in_the_resource_become_one_line() {
    Formula role =
        made.policy(
            "role",
            made.allow("sqs:SendMessage", "arn:aws:sqs:*:*:a"),
            made.allow("sqs:SendMessage", "arn:aws:sqs:*:*:b"),
            made.allow("sqs:SendMessage", "arn:aws:sqs:*:*:c"));
    assertThat(shown(role))
        .isEqualTo(
            "sqs:SendMessage on arn:aws:sqs:*:*:a, arn:aws:sqs:*:*:b or " + "arn:aws:sqs:*:*:c");
  }

  @Test
  void what_another_statement_allows_already_is_not_said_twice() {
    Formula role =
        made.policy(
            "role",
            made.allow("s3:*", "*"),
            made.allow("s3:GetObject", BUCKET),
            made.allow("s3:Put*", "*", mfa));
    assertThat(shown(role)).isEqualTo("s3:* on any resource");
  }

  @Test
  void a_denial_of_some_resources_is_an_exception() {
    Formula role =
        made.policy(
            "role",
            made.allow("s3:GetObject", "arn:aws:s3:::*"),
            made.deny("s3:*", "arn:aws:s3:::secret/*"),
            made.deny("s3:Get*", "arn:aws:s3:::pay/*"));
    assertThat(shown(role))
        .isEqualTo(
            "s3:GetObject on arn:aws:s3:::* except arn:aws:s3:::pay/*, " + "arn:aws:s3:::secret/*");
  }

  @Test
  void a_denial_by_region() {
    Formula role =
        made.policy(
            "role",
            made.allow("ec2:*", "*"),
            made.deny(
                "!iam:* sts:*", "*", formulas.not(made.key("aws:requestedregion", "eu-west-1"))));
    assertThat(shown(role)).isEqualTo("ec2:* on any resource in eu-west-1");
  }

  @Test
  void a_denial_outside_of_a_network() {
    Formula role =
        made.policy(
            "role",
            made.allow("s3:GetObject", BUCKET),
            made.deny("*", "*", formulas.not(made.key("aws:sourcevpc", "vpc-1 vpc-2"))));
    assertThat(shown(role))
        .isEqualTo("s3:GetObject on arn:aws:s3:::reports/* through vpc-1 or vpc-2");
  }

  @Test
  void a_denial_inside_of_a_network() {
    Formula role =
        made.policy(
            "role",
            made.allow("s3:GetObject", BUCKET),
            made.deny("*", "*", made.key("aws:sourcevpc", "vpc-1")));
    assertThat(shown(role)).isEqualTo("s3:GetObject on arn:aws:s3:::reports/* not through vpc-1");
  }

  @Test
  void a_home_folder() {
    Template home =
        new Template(
            List.of(
                new Piece.Letters("arn:aws:s3:::home/"),
                new Piece.Hole(Field.text("aws:username"), Optional.empty()),
                new Piece.Letters("/"),
                Piece.Wildcard.RUN),
            false);
    Formula folder =
        formulas.atom(new Atom.Joined(Atom.Test.IN, AccessLines.RESOURCE, List.of(home)));
    assertThat(shown(made.policy("role", made.allow("s3:GetObject", "*", folder))))
        .isEqualTo("s3:GetObject on arn:aws:s3:::home/${aws:username}/*");
  }

  @Test
  void an_unknown_part_of_a_template() {
    Formula role =
        made.policy("role", made.allow("s3:GetObject", "*", formulas.symbol("parameter Bucket")));
    assertThat(shown(role)).isEqualTo("s3:GetObject on any resource if `parameter Bucket` is so");
  }

  @Test
  void tags_of_the_caller_and_of_the_request() {
    Formula role =
        made.policy(
            "role",
            made.allow(
                "ec2:CreateTags",
                "*",
                made.key("aws:principaltag/team", "dev"),
                formulas.not(made.key("aws:requesttag/costcenter", "0*"))));
    assertThat(shown(role))
        .isEqualTo(
            "ec2:CreateTags on any resource if aws:PrincipalTag/team is dev and "
                + "aws:RequestTag/costcenter does not match 0* (or absent)");
  }

  @Test
  void two_ways_to_get_the_same() {
    Formula role =
        made.policy(
            "role",
            made.allow("s3:GetObject", BUCKET, mfa),
            made.allow("s3:GetObject", BUCKET, made.key("aws:sourcevpce", "vpce-1")));
    assertThat(shown(role))
        .isEqualTo(
            "s3:GetObject on arn:aws:s3:::reports/* with MFA\n"
                + "s3:GetObject on arn:aws:s3:::reports/* through vpce-1");
  }

  @Test
  void what_a_session_policy_took_away() {
    Formula role = made.policy("role", made.allow("s3:* sqs:*", "*"));
    Formula session = made.policy("session", made.allow("s3:Get* sqs:*", "*"));
    Access<String> taken =
        new AccessLines(formulas, Permissions.domains(), SearchBudget.ordinary())
            .minus(role, formulas.and(role, session), made.sources.subList(0, 1));
    assertThat(taken.lines())
        .singleElement()
        .hasToString(
            "Line[actions=s3:* except s3:get*, resources=[[]], conditions=[], "
                + "sources=[role-1]]");
    assertThat(taken.lines()).isNotEmpty();
  }

  @Test
  void nothing_left() {
    Formula role = made.policy("role", made.allow("s3:*", "*"));
    Formula session = made.policy("session", made.allow("sqs:*", "*"));
    assertThat(list(formulas.and(role, session)).isNothing()).isTrue();
  }

  @Test
  void a_list_for_reading_cut_by_a_list_of_services() {
    Formula role =
        made.policy(
            "role",
            made.allow("s3:Get* s3:List* ec2:Describe* iam:Get* iam:List* logs:Describe*", "*"));
    Formula scp =
        made.policy("scp", made.allow("s3:* ec2:* logs:*", "*"), made.deny("*:*Acl", "*"));
    assertThat(shown(formulas.and(role, scp)))
        .isEqualTo(
            "ec2:Describe* except ec2:*Acl; logs:Describe* except logs:*Acl; "
                + "s3:Get* except s3:*Acl; s3:List* except s3:*Acl on any resource");
  }

  @Test
  void exceptions_that_take_all_of_a_pattern_leave_nothing_of_it() {
    Formula role =
        made.policy(
            "role", made.allow("s3:Get* s3:Put*", "*"), made.deny("s3:G* s3:PutObject", "*"));
    assertThat(shown(role)).isEqualTo("s3:Put* except s3:PutObject on any resource");
  }
}
