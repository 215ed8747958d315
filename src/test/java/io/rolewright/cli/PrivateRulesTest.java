package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.file.RuleTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules of one's own run, are configured, suppressed and reported like shipped ones. */
class PrivateRulesTest {

  private static final String NAME = "only-ci-may-deploy";
  private static final String FINDING = "lets in `arn:aws:iam::111122223333:role/admin`";

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void an_estate_with_a_role_that_breaks_a_rule_of_ones_own() throws IOException {
    session = Session.in(folder);
    Files.createDirectory(folder.resolve(".git"));
    write(".rolewright/rules/trust/" + NAME + ".md", RuleTemplate.page("MY001", NAME));
    write("estate/deploy.yaml", template("# nothing"));
  }

  @Test
  void a_rule_in_the_projects_folder_is_run() {
    assertThat(run("check", "estate")).isEqualTo(1);
    assertThat(session.out())
        .contains("high[MY001] " + NAME + ": role `deploy-shop` " + FINDING)
        .contains("fix: let only roles called ci-... assume roles called deploy-...")
        .contains("see: .rolewright/rules/trust/" + NAME + ".md\n");
  }

  @Test
  void a_rule_in_a_folder_that_is_named_is_run_too() throws IOException {
    write("ours/deploy-roles-have-a-pipeline.md", RuleTemplate.page("OUR007", "x"));
    assertThat(run("check", "estate", "--rules", "ours", "--format", "json")).isEqualTo(1);
    assertThat(session.out()).contains("\"MY001\"").contains("\"OUR007\"");
  }

  @Test
  void a_folder_that_is_found_and_named_is_read_once() {
    assertThat(run("check", "estate", "--rules", ".rolewright/rules")).isEqualTo(1);
    assertThat(session.out()).doesNotContain("error");
  }

  @Test
  void the_projects_rules_stand_beside_the_configuration_that_is_named() throws IOException {
    write("elsewhere/.rolewright/rules/one.md", RuleTemplate.page("OUR001", "one"));
    write("elsewhere/.git", "");
    write("elsewhere/rolewright.yaml", "fail-on: medium\n");
    assertThat(run("check", "estate", "--config", "elsewhere/rolewright.yaml")).isEqualTo(1);
    assertThat(session.out()).contains("OUR001").doesNotContain("MY001");
  }

  @Test
  void the_configuration_switches_a_rule_off_and_changes_its_level() throws IOException {
    write("rolewright.yaml", "rules:\n  MY001: off\n");
    assertThat(run("check", "estate")).isZero();
    write("rolewright.yaml", "rules:\n  only-ci-may-deploy: low\n");
    assertThat(run("check", "estate")).isZero();
    assertThat(session.out()).contains("low[MY001]");
  }

  @Test
  void a_finding_is_suppressed_where_it_stands() throws IOException {
    write("estate/deploy.yaml", template("# rolewright: ignore MY001 -- the admins do it by hand"));
    assertThat(run("check", "estate")).isZero();
    assertThat(session.out()).contains("1 suppressed");
  }

  @Test
  void a_finding_is_accepted_by_a_baseline() {
    assertThat(run("check", "estate", "--write-baseline", "baseline.json")).isZero();
    assertThat(run("check", "estate", "--baseline", "baseline.json")).isZero();
  }

  @Test
  void code_scanning_gets_the_page_of_the_rule() {
    assertThat(run("check", "estate", "--format", "sarif")).isEqualTo(1);
    assertThat(session.out())
        .contains("\"id\" : \"MY001\"")
        .contains("\"OnlyCiMayDeploy\"")
        .contains("What is deployed is built and reviewed in the pipeline.")
        .doesNotContain("/blob/main/.rolewright");
  }

  @Test
  void a_broken_rule_is_an_error_and_does_not_stop_the_others() throws IOException {
    write(
        ".rolewright/rules/broken.md",
        "---\nid: MY002\ntitle: t\nseverity: high\n---\n## Rule\n\n```rule\nfor rolle r\n"
            + "report r \"it\"\n```\n");
    write("rolewright.yaml", "rules:\n  MY002: low\n");
    assertThat(run("check", "estate")).isEqualTo(2);
    assertThat(session.out())
        .contains("there is no kind of thing called `rolle`; did you mean `role`\n")
        .contains("--> .rolewright/rules/broken.md:9:")
        .contains("high[MY001]")
        .doesNotContain("there is no rule `MY002`");
  }

  @Test
  void a_folder_that_is_not_there_is_an_error_and_the_others_are_read() {
    assertThat(run("check", "estate", "--rules", "nowhere")).isEqualTo(2);
    assertThat(session.out())
        .contains("error: there is no such file or folder of rules\n   --> nowhere\n")
        .contains("high[MY001]");
  }

  @Test
  void rules_of_ones_own_are_listed_and_shown() {
    assertThat(run("rules", "list")).isZero();
    assertThat(session.out())
        .containsPattern("MY001 +high +only-ci-may-deploy +Somebody but .* \\(private\\)\n")
        .containsPattern("TP001 +critical +public-trust ");
    assertThat(run("rules", "show", "my001")).isZero();
    assertThat(session.out()).startsWith("# only-ci-may-deploy\n").contains("## How to fix");
    assertThat(run("rules", "show", NAME)).isZero();
    assertThat(run("rules", "show", "only-ci-may-deplox")).isEqualTo(2);
    assertThat(session.err()).contains(NAME);
  }

  @Test
  void the_time_of_each_rule_is_told_if_asked() {
    assertThat(run("check", "estate", "-q", "--timings")).isEqualTo(1);
    assertThat(session.out()).isEmpty();
    assertThat(session.err())
        .startsWith("       time share  rule\n")
        .containsPattern(" *[0-9.]+ ms +[0-9]+%  MY001 only-ci-may-deploy\n")
        .containsPattern(" *[0-9.]+ ms +[0-9]+%  all rules\n$");
    run("check", "estate", "-q");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void a_new_rule_passes_its_tests_at_once() throws IOException {
    assertThat(run("rules", "new", "session", "uploader-cannot-delete")).isZero();
    assertThat(session.out())
        .startsWith("wrote .rolewright/rules/session/uploader-cannot-delete.md\n");
    assertThat(folder.resolve(".rolewright/rules/session/uploader-cannot-delete.md"))
        .content()
        .startsWith("---\nid: MY002\n")
        .contains("# uploader-cannot-delete\n");
    assertThat(run("rules", "test")).isZero();
    assertThat(session.out())
        .contains("ok    MY002 finds: ")
        .contains("`only-ci-may-deploy` is implied by `uploader-cannot-delete` in ")
        .contains("8 passed, 0 failed\n");
  }

  @Test
  void a_new_rule_overwrites_nothing() throws IOException {
    write(".rolewright/rules/trust/mine.md", "precious");
    assertThat(run("rules", "new", "trust", "mine")).isEqualTo(2);
    assertThat(session.err()).startsWith("error: there is a file ");
    assertThat(folder.resolve(".rolewright/rules/trust/mine.md")).content().isEqualTo("precious");
    assertThat(run("rules", "new", "trust", "public-trust")).isEqualTo(2);
    assertThat(session.err())
        .isEqualTo("error: there is a rule TP001 public-trust: rules/trust/public-trust.md\n");
    assertThat(run("rules", "new", "trust", "other", "--id", "MY001")).isEqualTo(2);
    assertThat(run("rules", "new", "../trust", "other")).isEqualTo(2);
    assertThat(run("rules", "new", "trust", "Other One")).isEqualTo(2);
    assertThat(session.err()).contains("is not lower-case words with hyphens");
  }

  @Test
  void a_new_rule_begins_a_folder_of_rules() {
    assertThat(run("rules", "new", "trust", "first", "--rules", "ours", "--id", "ACME001"))
        .isZero();
    assertThat(folder.resolve("ours/trust/first.md")).content().startsWith("---\nid: ACME001\n");
    assertThat(run("rules", "test", "ours")).isZero();
  }

  private int run(String... command) {
    return session.run(new ShippedEngine(), command);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String template(String comment) {
    return """
        Resources:
          DeployShop:
            Type: AWS::IAM::Role
            Properties:
              RoleName: deploy-shop
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement:
                  - Effect: Allow
                    Principal:
                      ABOVE
                      AWS: arn:aws:iam::111122223333:role/admin
                    Action: sts:AssumeRole
        """
        .replace("ABOVE", comment);
  }
}
