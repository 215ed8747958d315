package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveCommandTest {

  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();

  private static final String EXPORT =
      """
      {"RoleDetailList": [%s]}
      """;

  private static final String ROLE =
      """
      {"RoleName": "%s", "Path": "%s", "Arn": "arn:aws:iam::%s:role%s%1$s",
       "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": []},
       "RolePolicyList": [%s], "AttachedManagedPolicies": [%s]}
      """;

  @TempDir private Path directory;
  private Session session;

  @BeforeEach
  void open_a_session() {
    session = Session.in(directory);
  }

  private static String role(String name, String path, String account, String in, String attached) {
    return ROLE.formatted(name, path, account, path, in, attached);
  }

  private static String inline(String statements) {
    return """
        {"PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17", "Statement": [%s]}}
        """
        .formatted(statements);
  }

  private void export(String... roles) throws IOException {
    Files.writeString(directory.resolve("account.json"), EXPORT.formatted(String.join(",", roles)));
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "effective";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--in";
    all[arguments.length + 2] = "account.json";
    return session.run(new ShippedEngine(), all);
  }

  @Test
  void allows_and_denies_of_a_role_become_lines() throws IOException {
    String statements =
        """
        {"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::a/*"},
        {"Effect": "Deny", "Action": "s3:GetObjectAcl", "Resource": "*"}""";
    export(role("reader", "/", "111122223333", inline(statements), ""));
    assertThat(run("reader")).isZero();
    assertThat(session.out())
        .contains("a session of role reader can:")
        .contains("- s3:Get* except s3:GetObjectAcl [read] on arn:aws:s3:::a/*")
        .contains("by account.json:")
        .contains("(Read)")
        .contains("note: service control policies are not looked at");
  }

  @Test
  void an_administrator_is_one_line() throws IOException {
    String admin =
        """
        {"PolicyName": "AdministratorAccess",
         "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}""";
    export(role("admin", "/", "111122223333", "", admin));
    run("admin");
    assertThat(session.out().lines().filter(line -> line.startsWith("  - "))).hasSize(1);
    assertThat(session.out()).contains("  - * on any resource  by account.json:");
  }

  @Test
  void a_missing_policy_makes_the_list_incomplete() throws IOException {
    String attached =
        """
        {"PolicyName": "mine", "PolicyArn": "arn:aws:iam::111122223333:policy/mine"}""";
    export(role("some", "/", "111122223333", "", attached));
    assertThat(run("some")).isEqualTo(1);
    assertThat(session.out())
        .contains("no permission of role some is known")
        .contains("incomplete: the text of the policy `arn:aws:iam::111122223333:policy/mine`")
        .doesNotContain("can do nothing");
  }

  @Test
  void a_role_without_permissions_can_do_nothing() throws IOException {
    export(role("none", "/", "111122223333", "", ""));
    assertThat(run("none")).isZero();
    assertThat(session.out()).contains("a session of role none can do nothing");
  }

  @Test
  void a_misspelt_name_is_answered_with_the_closest() throws IOException {
    export(role("deploy", "/", "111122223333", "", ""));
    assertThat(run("deplyo")).isEqualTo(2);
    assertThat(session.out())
        .contains("error: no role `deplyo` is in this input; did you mean `deploy`");
  }

  @Test
  void a_name_of_several_roles_asks_for_an_arn() throws IOException {
    export(
        role("deploy", "/", "111122223333", "", ""),
        role("deploy", "/ci/", "444455556666", "", ""));
    assertThat(run("deploy")).isEqualTo(2);
    assertThat(session.out())
        .contains("`deploy` is the name of several roles")
        .contains("`arn:aws:iam::444455556666:role/ci/deploy`");
    assertThat(run("ci/deploy")).isZero();
    assertThat(run("arn:aws:iam::444455556666:role/ci/deploy")).isZero();
    assertThat(run("arn:aws:iam::444455556666:role/deploy")).isEqualTo(2);
    assertThat(session.out()).contains("but one of that name in another account or path");
  }

  @Test
  void a_missing_file_exits_with_2() {
    assertThat(run("deploy")).isEqualTo(2);
    assertThat(session.out()).contains("error: ");
  }

  @Test
  void an_account_has_twelve_digits() {
    assertThat(run("deploy", "--account", "1")).isEqualTo(2);
    assertThat(session.err()).contains("`1` is not an account: twelve digits");
  }

  @Test
  void programs_read_lines_with_a_request_each() throws IOException {
    String statement =
        """
        {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*",
         "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}""";
    export(role("reader", "/", "111122223333", inline(statement), ""));
    assertThat(run("reader", "--format", "json")).isZero();
    JsonNode list = new ObjectMapper().readTree(session.out()).get("effectivePermissions");
    assertThat(list.get("known").asBoolean()).isTrue();
    assertThat(list.get("complete").asBoolean()).isTrue();
    JsonNode line = list.at("/lines/0");
    assertThat(line.at("/services/0/actions/0").asText()).isEqualTo("s3:GetObject");
    assertThat(line.at("/conditions/0").asText()).isEqualTo("from 203.0.113.0/24");
    assertThat(line.at("/statements/0/line").asInt()).isPositive();
    assertThat(line.at("/example/principal/roleArn").asText())
        .isEqualTo("arn:aws:iam::111122223333:role/reader");
    assertThat(line.at("/example/context/aws:SourceIp").asText()).startsWith("203.0.113.");
  }

  @Test
  void the_sample_says_what_is_expected() throws IOException {
    Session samples = Session.in(SAMPLES.resolve("role-with-boundary"));
    int exit =
        samples.run(
            new ShippedEngine(),
            "effective",
            "developer",
            "--in",
            "template.yaml",
            "--account",
            "111122223333");
    Path expected = SAMPLES.resolve("role-with-boundary/effective.txt");
    if (Boolean.getBoolean("rolewright.renew")) {
      Files.writeString(expected, samples.out());
    }
    assertThat(samples.out()).isEqualTo(Files.readString(expected));
    assertThat(exit).isZero();
  }
}
