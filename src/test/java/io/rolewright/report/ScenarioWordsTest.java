package io.rolewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.analyze.scenario.Scenarios;
import io.rolewright.simulate.Assumptions;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told about whole scenarios. */
class ScenarioWordsTest {

  private static final String TRUSTED =
      """
      role: {trust: {Version: "2012-10-17", Statement: [{Effect: Allow, \
      Principal: {AWS: "arn:aws:iam::111111111111:user/dana"}, Action: ["sts:AssumeRole", \
      "sts:TagSession", "sts:SetSourceIdentity"]}]}}""";

  @TempDir Path folder;

  @Test
  void a_call_that_asks_no_policy_is_allowed_in_so_many_words() throws IOException {
    assertThat(
            text(
                """
                caller: {federated-user: "arn:aws:sts::111111111111:federated-user/guest", policies: []}
                can: [{action: "sts:GetCallerIdentity", resource: "*"}]
                """))
        .contains("allowed: sts:GetCallerIdentity", "`sts:GetCallerIdentity` needs no permission")
        .doesNotContain("does not");
  }

  @Test
  void what_credentials_cannot_do_is_told_with_the_credentials() throws IOException {
    assertThat(
            text(
                """
                caller: {user: "arn:aws:iam::111111111111:user/dana", mfa: false, policies: []}
                can: [{action: "iam:ListUsers", resource: "*"}]
                """))
        .contains(
            "With GetSessionToken credentials AWS takes `iam:ListUsers` only if they were got with"
                + " MFA");
  }

  @Test
  void a_session_that_wants_a_call_for_long_term_keys_is_told_what_it_has() throws IOException {
    assertThat(
            text(
                """
                caller:
                  role-session: arn:aws:sts::111111111111:assumed-role/ci/run
                  role: arn:aws:iam::111111111111:role/ci
                  policies: []
                call: {operation: GetFederationToken, Name: guest}
                """))
        .contains("GetFederationToken takes long-term keys only, the caller has a role session");
  }

  @Test
  void a_root_session_shows_no_policy_that_nobody_wrote() throws IOException {
    assertThat(
            text(
                """
                caller:
                  user: arn:aws:iam::999999999999:user/admin
                  policies:
                    - Version: "2012-10-17"
                      Statement: [{Effect: Allow, Action: "sts:AssumeRoot", Resource: "*"}]
                call:
                  operation: AssumeRoot
                  TargetPrincipal: "111111111111"
                  TaskPolicyArn: arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy
                can:
                  - {action: "s3:DeleteBucketPolicy", resource: "arn:aws:s3:::b", resource-account: "111111111111"}
                  - {action: "s3:GetObject", resource: "arn:aws:s3:::b/k", resource-account: "111111111111"}
                """))
        .contains(
            "session policy: arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy\n",
            "The task's policy does not deny it, and the root user needs no other.",
            "--> scenario.yaml:12:5")
        .doesNotContain("root user:1:1", "`root user`", "S3UnlockBucketPolicy:1:1");
  }

  @Test
  void a_doubt_about_several_permissions_of_one_call_is_told_once() throws IOException {
    String told =
        text(
            """
            caller: {user: "arn:aws:iam::111111111111:user/dana", policies: []}
            call: {operation: AssumeRole, RoleArn: "arn:aws:iam::111111111111:role/r", \
            RoleSessionName: dana, SourceIdentity: dana, Tags: {a: b}, %s}
            """
                .formatted(TRUSTED));
    assertThat(told).containsOnlyOnce("this hangs on U21");
  }

  @Test
  void a_managed_policy_that_nobody_has_is_named_where_it_decides() throws IOException {
    assertThat(
            text(
                """
                caller:
                  user: arn:aws:iam::111111111111:user/dana
                  policies: ["arn:aws:iam::111111111111:policy/mystery"]
                can: [{action: "s3:GetObject", resource: "arn:aws:s3:::b/k"}]
                """))
        .contains("Undecided because of `arn:aws:iam::111111111111:policy/mystery`");
  }

  @Test
  void another_partition_is_the_reason_and_not_the_statements() throws IOException {
    assertThat(
            text(
                """
                caller: {user: "arn:aws-cn:iam::111111111111:user/dana", policies: []}
                call: {operation: AssumeRole, RoleArn: "arn:aws:iam::111111111111:role/r", \
                RoleSessionName: dana, %s}
                """
                    .formatted(TRUSTED)))
        .contains("what is in partition `aws` lets in nobody of another partition");
  }

  @Test
  void a_parameter_of_another_operation_is_one_mistake_and_the_call_is_not_made()
      throws IOException {
    assertThat(
            text(
                """
                caller: {user: "arn:aws:iam::111111111111:user/dana", policies: []}
                call: {operation: GetSessionToken, RoleArn: x}
                """))
        .contains("error: `GetSessionToken` takes no `RoleArn`", "nothing simulated")
        .doesNotContain("accepted", "refused");
  }

  @Test
  void the_page_tells_every_member_of_the_json() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "scenarios.md"));
    String json = page.substring(page.indexOf("## The answer as JSON"));
    Set<String> members = new TreeSet<>();
    Path folder = Path.of("test/resources/io/rolewright/report/scenario");
    for (String name : List.of("chain", "no-tags", "fault", "star", "undecided")) {
      members(new ObjectMapper().readTree(folder.resolve(name + ".json").toFile()), members);
    }
    assertThat(members).isNotEmpty().allSatisfy(m -> assertThat(json).contains("`" + m + "`"));
  }

  /** Names of members, but for those that come from the input: condition keys and tags. */
  private static void members(JsonNode node, Set<String> members) {
    Set<String> free = Set.of("context", "tags", "transitiveTags", "tool");
    node.fields()
        .forEachRemaining(
            field -> {
              members.add(field.getKey());
              if (!free.contains(field.getKey())) {
                members(field.getValue(), members);
              }
            });
    if (node.isArray()) {
      node.forEach(item -> members(item, members));
    }
  }

  private String text(String scenario) throws IOException {
    Files.writeString(folder.resolve("scenario.yaml"), scenario);
    StringWriter out = new StringWriter();
    ScenarioReport.in(Format.TEXT, new ScenarioReport.Options("1", false, false))
        .write(
            new Scenarios(folder, Assumptions.DEFAULT).run(Path.of("scenario.yaml"), List.of()),
            out);
    return out.toString();
  }
}
