package io.rolewright.analyze.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadCasesTest {

  private static final String DANA =
      "principal: {type: user, arn: 'arn:aws:iam::111111111111:user/dana'}, ";
  private static final String GET = "action: s3:GetObject, resource: 'arn:aws:s3:::b/x', ";
  private static final String ASKED = "id: A, kind: authorize, " + DANA + GET;

  @TempDir private Path directory;

  private CasesRun run(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
    return new CaseTable(directory, Assumptions.DEFAULT, false).run(List.of(Path.of(name)));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            ASKED + "^expectd: allow",
            "unknown field `expectd` in the case; did you mean `expected`"),
        mistake(ASKED + "expected: ^maybe", "`expected` must be `allow` or `deny`"),
        mistake(ASKED + "expected: ^true", "`expected` must be a string"),
        mistake(
            ASKED + "reasonCode: ^ALLOW_IDENTITI",
            "`ALLOW_IDENTITI` is no reason code; did you mean `ALLOW_IDENTITY`"),
        mistake(ASKED + "uncertain: ^five", "`five` is no uncertain item such as `U5`"),
        mistake(ASKED + "title: ^[a]", "`title` must be a string"),
        mistake(ASKED + "context: ^[a]", "`context` must be an object"),
        mistake(
            ASKED + "context: {a: ^{b: c}}",
            "the value of `a` must be a string or a list of strings"),
        mistake(ASKED + "context: {a: [b, ^[c]]}", "a value of `a` must be a string"),
        mistake(
            ASKED + "context: {'aws:x': a, ^'AWS:X': b}",
            "`AWS:X` is given twice; condition keys are compared without regard to case"),
        mistake(ASKED + "identityPolicies: ^{Version: x}", "`identityPolicies` must be a list"),
        mistake(
            ASKED + "identityPolicies: [^text]", "a policy must be an object, or a string of JSON"),
        mistake(ASKED + "boundary: ^[]", "a policy must be an object, or a string of JSON"),
        mistake(
            ASKED + "scps: [^{Statement: []}]",
            "`scps` must be a list of levels, each a list of policies"),
        mistake(
            ASKED + "resourceAccount: ^'1234'",
            "`1234` is no account; write all twelve digits, leading zeros too"),
        mistake(
            ASKED + "resourceInManagementAccount: ^maybe",
            "`resourceInManagementAccount` must be true or false"),
        mistake(
            ASKED + "additionalActions: ^['sts:TagSession']",
            "`additionalActions` belongs to cases of kind `assume`"),
        mistake("^{kind: authorize, " + DANA + GET, "the case needs `id`"),
        mistake("^{id: A, " + DANA + GET, "the case needs `kind`"),
        mistake(
            "id: A, kind: ^asume, " + DANA + GET,
            "`asume` is no kind of case; did you mean `assume`"),
        mistake("^{id: A, kind: authorize, " + GET, "the case needs `principal`"),
        mistake("^{id: A, kind: authorize, resource: '*', " + DANA, "the case needs `action`"),
        mistake(
            "^{id: A, kind: authorize, action: 's3:GetObject', " + DANA,
            "the case needs `resource`"),
        mistake(
            "id: A, kind: authorize, action: ^'s3:*', resource: '*', " + DANA,
            "`s3:*` is no action; write `service:Name`, such as `sts:AssumeRole`"),
        mistake(
            "id: A, kind: authorize, action: 's3:X', resource: ^bucket, " + DANA,
            "`bucket` is no ARN; write `arn:partition:service:region:account:resource`, or `*`"),
        mistake(
            "id: A, kind: authorize, action: 's3:X', resource: ^'arn:aws:sqs:x:12:q', " + DANA,
            "`arn:aws:sqs:x:12:q` has `12` where the account's twelve digits stand"),
        mistake(
            "id: A, kind: assume, action: 'sts:AssumeRole', resource: ^'arn:aws:s3:::b', " + DANA,
            "`arn:aws:s3:::b` is no role; a case of kind `assume` needs the role's ARN"),
        principal("^dana", "`principal` must be an object"),
        principal(
            "{type: user, ^type: user, arn: 'arn:aws:iam::111111111111:user/dana'}",
            "`type` is written twice in the principal"),
        principal("{type: ^usr}", "`usr` is no type of principal; did you mean `user`"),
        principal("^{arn: 'arn:aws:iam::111111111111:user/dana'}", "the principal needs `type`"),
        principal("^{type: user}", "a principal of type `user` needs `arn`"),
        principal(
            "{type: user, arn: ^dana}",
            "`dana` is not the ARN this must be; write `arn:aws:iam::ACCOUNT:user/NAME`"),
        principal(
            "{type: user, arn: ^'arn:aws:iam::111111111111:user/dana', account: '222222222222'}",
            "`arn` is of account `111111111111`, the principal of `222222222222`"),
        principal(
            "{type: user, arn: 'arn:aws:iam::111111111111:user/dana', account: ^'1'}",
            "`1` is no account; write all twelve digits, leading zeros too"),
        principal(
            "{type: user, arn: 'arn:aws:iam::111111111111:user/dana', ^acount: '1'}",
            "unknown field `acount` in the principal; did you mean `account`"),
        principal(
            "^{type: role-session, arn: 'arn:aws:sts::111111111111:assumed-role/App/s'}",
            "a principal of type `role-session` needs `roleArn`: the session's ARN does not tell the path of its role"),
        principal(
            "{type: role-session, arn: 'arn:aws:sts::111111111111:assumed-role/App/s', roleArn: ^'arn:aws:iam::111111111111:role/Web'}",
            "`arn` is a session of role `App`, but `roleArn` is role `Web`"),
        principal(
            "{type: role-session, arn: ^'arn:aws:sts::111111111111:assumed-role/App', roleArn: 'arn:aws:iam::111111111111:role/App'}",
            "`arn:aws:sts::111111111111:assumed-role/App` names no session; write `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`"),
        principal("^{type: service}", "a principal of type `service` needs `service`"),
        principal("^{type: saml}", "a principal of type `saml` needs `provider`"),
        mistake("^{id: A, kind: policy, policyText: '{}'", "the case needs `policyType`"),
        mistake("^{id: A, kind: policy, policyType: trust", "the case needs `policyText`"),
        mistake(
            "id: A, kind: policy, policyType: ^role, policyText: '{}'",
            "`role` is no type of policy; the types are trust, identity, session, boundary, resource, scp, rcp, endpoint"),
        mistake("^{id: A, kind: call, " + DANA, "the case needs `call`"),
        mistake("id: A, kind: call, call: ^{Name: x}, " + DANA, "the call needs `operation`"),
        mistake(
            "id: A, kind: call, call: {operation: ^AsumeRole}, " + DANA,
            "`AsumeRole` is no operation of STS that gives credentials; did you mean `AssumeRole`"),
        mistake(
            "id: A, kind: call, call: {operation: AssumeRole, ^Duration: 1}, " + DANA,
            "unknown field `Duration` in the call"),
        mistake(
            "id: A, kind: call, call: {operation: AssumeRole, Tags: ^x}, " + DANA,
            "`Tags` must be an object, or a list of `Key` and `Value`"),
        mistake(
            "id: A, kind: call, call: {operation: AssumeRole, roleMaxSessionDuration: ^1h}, "
                + DANA,
            "`1h` is no number of seconds"));
  }

  /** A case in which a caret stands before the place of the mistake. */
  private static Arguments mistake(String members, String message) {
    String open = members.startsWith("^{") ? members : "{" + members;
    return Arguments.of(open + "}", message);
  }

  private static Arguments principal(String principal, String message) {
    return mistake("id: A, kind: authorize, " + GET + "principal: " + principal, message);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_told_once_at_its_place_and_the_other_cases_are_answered(
      String marked, String message) throws IOException {
    String bad = marked.replace("^", "");
    CasesRun run = run("c.yaml", "- {" + ASKED.replace("id: A", "id: GOOD") + "}\n- " + bad + "\n");
    assertThat(run.problems())
        .extracting(p -> p.at() + " " + p.message())
        .containsExactly("c.yaml:2:" + (marked.indexOf('^') + 3) + " " + message);
    assertThat(run.hasErrors()).isTrue();
    assertThat(run.rulings()).extracting(r -> r.asked().id()).containsExactly("GOOD");
  }

  @Test
  void what_is_of_no_use_is_a_warning_and_the_case_is_answered() throws IOException {
    CasesRun run = run("c.yaml", "- {" + ASKED + "trustPolicy: {Statement: []}}\n");
    assertThat(run.problems())
        .extracting(Problem::severity)
        .containsExactly(Problem.Severity.WARNING);
    assertThat(run.rulings()).hasSize(1);
  }

  @Test
  void an_id_may_be_used_once_only() throws IOException {
    CasesRun run = run("c.yaml", "- {" + ASKED + "}\n- {" + ASKED + "}\n");
    assertThat(run.problems())
        .extracting(p -> p.at() + " " + p.message())
        .containsExactly("c.yaml:2:3 the id `A` is used twice, first at c.yaml:1:3");
    assertThat(run.rulings()).hasSize(1);
  }

  @Test
  void a_table_is_a_list_or_an_object_with_cases_or_vectors() throws IOException {
    String one = "{" + ASKED + "}";
    assertThat(run("a.yaml", "[" + one + "]").rulings()).hasSize(1);
    assertThat(run("b.yaml", "cases: [" + one + "]").rulings()).hasSize(1);
    assertThat(run("c.yaml", "vectors: [" + one + "]").rulings()).hasSize(1);
    assertThat(run("d.yaml", "schemaVersion: 1").problems())
        .extracting(Problem::message)
        .containsExactly("the table needs `cases`, a list");
    assertThat(run("i.yaml", "title: x\ncaller: {user: dana}\ncalls: []").problems())
        .extracting(p -> p.at() + " " + p.message())
        .containsExactly(
            "i.yaml:2:1 this is a scenario, not a table of cases; try `rolewright assume`");
    assertThat(run("e.yaml", "text").problems())
        .extracting(Problem::message)
        .containsExactly("a table of cases must be a list, or an object with `cases`");
    assertThat(run("f.yaml", "").hasErrors()).isTrue();
    assertThat(run("g.yaml", "[x]").problems())
        .extracting(Problem::message)
        .containsExactly("a case must be an object");
    assertThat(run("h.json", "[{\"id\": \"A\",}]").hasErrors()).isTrue();
  }

  @Test
  void a_file_that_is_not_there_is_an_error() {
    CasesRun run =
        new CaseTable(directory, Assumptions.DEFAULT, false).run(List.of(Path.of("none.json")));
    assertThat(run.hasErrors()).isTrue();
    assertThat(run.problems())
        .extracting(p -> p.at().file().name() + " " + p.message())
        .containsExactly("none.json there is no such file");
  }
}
