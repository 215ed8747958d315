package io.rolewright.analyze.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Edit;
import io.rolewright.analyze.input.Inputs;
import io.rolewright.model.Condition;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.rule.Change;
import io.rolewright.rule.Fix;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FixEditorTest {

  private static final ReadOptions OPTIONS =
      new ReadOptions(Optional.empty(), Optional.of(PolicyKind.TRUST), Limits.DEFAULT);

  private static final String JSON =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Principal": {"AWS": "111122223333"},
            "Action": "sts:*",
            "Condition": {
              "StringEquals": {"sts:ExternalId": "a*", "aws:PrincipalOrgID": "o-abcdefghij"}
            }
          }
        ]
      }
      """;

  private static final String YAML =
      """
      Version: "2012-10-17"
      Statement:
        # who may come in
        - Effect: Allow
          Principal:
            AWS: "111122223333"
          Action:
            - sts:AssumeRole # to work
            - 'sts:*'
          Condition:
            StringEquals:
              sts:ExternalId: a*   # the partner's
              aws:PrincipalOrgID: [o-abcdefghij, o-klmnopqrst]
        - Effect: Deny
          Principal: {AWS: "*"}
          Action: sts:AssumeRole
      """;

  private static Origin action(Statement s, int i) {
    return s.action().patterns().get(i).origin();
  }

  private static Condition condition(Statement s, int i) {
    return s.conditions().get(i);
  }

  @Test
  void a_string_of_json_gets_another_text() {
    assertThat(json(s -> new Change.Replace(action(s, 0), "sts:AssumeRole")))
        .isEqualTo(JSON.replace("sts:*", "sts:AssumeRole"));
  }

  @Test
  void one_string_of_json_becomes_a_list() {
    assertThat(json(s -> new Change.ReplaceAll(s.action().origin(), List.of("sts:A", "sts:B"))))
        .isEqualTo(JSON.replace("\"sts:*\"", "[\"sts:A\", \"sts:B\"]"));
  }

  @Test
  void an_action_is_added_beside_the_one_there_is() {
    assertThat(json(s -> new Change.AddAction(s.origin(), "sts:TagSession")))
        .isEqualTo(JSON.replace("\"sts:*\"", "[\"sts:*\", \"sts:TagSession\"]"));
  }

  @Test
  void a_condition_goes_and_others_stay() {
    assertThat(json(s -> new Change.Remove(condition(s, 0).origin())))
        .isEqualTo(JSON.replace("\"sts:ExternalId\": \"a*\", ", ""));
    assertThat(json(s -> new Change.Remove(condition(s, 1).origin())))
        .isEqualTo(JSON.replace(", \"aws:PrincipalOrgID\": \"o-abcdefghij\"", ""));
  }

  @Test
  void what_a_removal_would_leave_empty_goes_too() {
    String after =
        json(
            s -> new Change.Remove(condition(s, 0).origin()),
            s -> new Change.Remove(condition(s, 1).origin()));
    assertThat(after)
        .endsWith("      \"Action\": \"sts:*\"\n    }\n  ]\n}\n")
        .doesNotContain("Condition");
  }

  @Test
  void the_last_action_and_the_last_principal_stay() {
    assertThat(edited("a.json", JSON, s -> new Change.Remove(action(s, 0)))).isEmpty();
    assertThat(
            edited(
                "a.json", JSON, s -> new Change.Remove(s.principal().patterns().get(0).origin())))
        .isEmpty();
    assertThat(edited("a.json", JSON, s -> new Change.Remove(s.origin()))).isEmpty();
  }

  @Test
  void a_condition_is_added_to_an_operator_a_block_and_a_statement() {
    assertThat(json(s -> add(s, "StringEquals", "aws:PrincipalTag/team", "a")))
        .isEqualTo(
            JSON.replace(
                "\"o-abcdefghij\"}", "\"o-abcdefghij\", \"aws:PrincipalTag/team\": \"a\"}"));
    assertThat(json(s -> add(s, "Bool", "aws:MultiFactorAuthPresent", "true")))
        .isEqualTo(
            JSON.replace(
                "\"o-abcdefghij\"}",
                """
                "o-abcdefghij"},
                        "Bool": {
                          "aws:MultiFactorAuthPresent": "true"
                        }"""));
    String bare = JSON.replaceAll("(?s),\\s*\"Condition.*?\\}\\s*\\}", "");
    assertThat(text("a.json", bare, s -> add(s, "Bool", "aws:MultiFactorAuthPresent", "true")))
        .isEqualTo(
            bare.replace(
                "\"sts:*\"",
                """
                "sts:*",
                      "Condition": {
                        "Bool": {
                          "aws:MultiFactorAuthPresent": "true"
                        }
                      }"""));
  }

  @Test
  void json_on_one_line_stays_on_one_line() {
    String line =
        "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},"
            + "\"Action\":\"sts:AssumeRole\"}}";
    assertThat(text("a.json", line, s -> add(s, "StringLike", "aws:PrincipalArn", "a\"b", "c")))
        .isEqualTo(
            line.replace(
                "AssumeRole\"",
                "AssumeRole\",\"Condition\":{\"StringLike\":"
                    + "{\"aws:PrincipalArn\":[\"a\\\"b\", \"c\"]}}"));
  }

  @Test
  void a_key_that_is_tested_already_is_not_added() {
    assertThat(edited("a.json", JSON, s -> add(s, "StringEquals", "sts:externalid", "b")))
        .isEmpty();
  }

  @Test
  void one_of_two_conditions_gets_another_operator() {
    assertThat(json(s -> new Change.ChangeOperator(condition(s, 0).origin(), "StringLike")))
        .isEqualTo(
            JSON.replace("\"sts:ExternalId\": \"a*\", ", "")
                .replace(
                    "\"StringEquals\": {",
                    """
                    "StringLike": {
                              "sts:ExternalId": "a*"
                            },
                            "StringEquals": {"""));
  }

  @Test
  void the_only_condition_of_an_operator_renames_it() {
    String one = JSON.replace(", \"aws:PrincipalOrgID\": \"o-abcdefghij\"", "");
    assertThat(
            text(
                "a.json",
                one,
                s -> new Change.ChangeOperator(condition(s, 0).origin(), "StringLike")))
        .isEqualTo(one.replace("StringEquals", "StringLike"));
  }

  @Test
  void a_condition_joins_an_operator_that_is_there() {
    String two =
        JSON.replace("\"StringEquals\"", "\"StringLike\": {\"a:b\": \"c\"}, \"StringEquals\"");
    String after =
        text("a.json", two, s -> new Change.ChangeOperator(condition(s, 1).origin(), "StringLike"));
    assertThat(after)
        .isEqualTo(
            two.replace("\"sts:ExternalId\": \"a*\", ", "")
                .replace("\"c\"}", "\"c\", \"sts:ExternalId\": \"a*\"}"));
  }

  @Test
  void a_principal_is_added() {
    assertThat(json(s -> new Change.AddPrincipal(s.origin(), "AWS", "444455556666")))
        .isEqualTo(JSON.replace("\"111122223333\"", "[\"111122223333\", \"444455556666\"]"));
    assertThat(json(s -> new Change.AddPrincipal(s.origin(), "Service", "ec2.amazonaws.com")))
        .isEqualTo(
            JSON.replace(
                "\"111122223333\"", "\"111122223333\", \"Service\": \"ec2.amazonaws.com\""));
  }

  @Test
  void yaml_keeps_comments_quotes_and_order() {
    assertThat(yaml(s -> new Change.Replace(action(s, 1), "sts:TagSession")))
        .isEqualTo(YAML.replace("'sts:*'", "'sts:TagSession'"));
    assertThat(yaml(s -> new Change.Replace(condition(s, 0).operatorAt(), "StringLike")))
        .isEqualTo(YAML.replace("StringEquals:", "StringLike:"));
    assertThat(yaml(s -> new Change.Replace(condition(s, 0).values().get(0).origin(), "1 #")))
        .isEqualTo(YAML.replace("a*   #", "'1 #'   #"));
  }

  @Test
  void an_item_of_a_yaml_list_goes_with_its_line() {
    assertThat(yaml(s -> new Change.Remove(action(s, 1))))
        .isEqualTo(YAML.replace("      - 'sts:*'\n", ""));
    assertThat(yaml(s -> new Change.Remove(condition(s, 1).values().get(0).origin())))
        .isEqualTo(YAML.replace("[o-abcdefghij, ", "["));
  }

  @Test
  void a_statement_of_yaml_goes_with_its_lines() {
    assertThat(yaml(s -> new Change.Remove(s.origin())))
        .isEqualTo(
            "Version: \"2012-10-17\"\nStatement:\n  # who may come in\n"
                + YAML.substring(YAML.indexOf("  - Effect: Deny")));
  }

  @Test
  void a_condition_of_yaml_goes_with_its_line() {
    assertThat(yaml(s -> new Change.Remove(condition(s, 0).origin())))
        .isEqualTo(YAML.replace("        sts:ExternalId: a*   # the partner's\n", ""));
  }

  @Test
  void yaml_gets_actions_and_conditions_on_lines_of_their_own() {
    assertThat(yaml(s -> new Change.AddAction(s.origin(), "sts:TagSession")))
        .isEqualTo(YAML.replace("'sts:*'\n", "'sts:*'\n      - sts:TagSession\n"));
    assertThat(yaml(s -> add(s, "Bool", "aws:MultiFactorAuthPresent", "true")))
        .isEqualTo(
            YAML.replace(
                "o-klmnopqrst]\n",
                """
                o-klmnopqrst]
                      Bool:
                        aws:MultiFactorAuthPresent: 'true'
                """));
  }

  @Test
  void a_statement_of_yaml_without_conditions_gets_some() {
    assertThat(
            text(
                "a.yaml",
                YAML,
                1,
                s -> add(s, "Bool", "aws:MultiFactorAuthPresent", "false"),
                s -> add(s, "StringEquals", "sts:ExternalId", "a", "b c")))
        .isEqualTo(
            YAML
                + """
                    Condition:
                      Bool:
                        aws:MultiFactorAuthPresent: 'false'
                      StringEquals:
                        sts:ExternalId: [a, 'b c']
                """);
  }

  @Test
  void one_of_two_conditions_of_yaml_gets_another_operator() {
    assertThat(yaml(s -> new Change.ChangeOperator(condition(s, 1).origin(), "StringLike")))
        .isEqualTo(
            YAML.replace("        aws:PrincipalOrgID: [o-abcdefghij, o-klmnopqrst]\n", "")
                .replace(
                    "      StringEquals:\n",
                    """
                          StringLike:
                            aws:PrincipalOrgID: [o-abcdefghij, o-klmnopqrst]
                          StringEquals:
                    """));
  }

  @Test
  void flow_style_in_yaml_stays_flow_style() {
    String flow =
        """
        Statement: [{Effect: Allow, Principal: {AWS: '*'}, Action: [sts:AssumeRole]}] # all
        """;
    assertThat(
            text(
                "a.yaml",
                flow,
                s -> new Change.AddAction(s.origin(), "sts:TagSession"),
                s -> add(s, "StringEquals", "aws:PrincipalOrgID", "o-abcdefghij")))
        .isEqualTo(
            flow.replace(
                "[sts:AssumeRole]",
                "[sts:AssumeRole, sts:TagSession],"
                    + " Condition: {StringEquals: {aws:PrincipalOrgID: o-abcdefghij}}"));
  }

  @Test
  void line_breaks_are_those_of_the_file() {
    String dos = YAML.replace("\n", "\r\n");
    assertThat(text("a.yaml", dos, s -> new Change.AddAction(s.origin(), "sts:TagSession")))
        .isEqualTo(dos.replace("'sts:*'\r\n", "'sts:*'\r\n      - sts:TagSession\r\n"));
    String json = JSON.replace("\n", "\r\n");
    assertThat(text("a.json", json, s -> add(s, "Bool", "a:b", "true")))
        .contains("\"Bool\": {\r\n")
        .doesNotContainPattern("[^\r]\n");
  }

  @Test
  void a_policy_in_a_string_is_edited_with_the_escapes_of_the_string() {
    String template =
        """
        {"Resources": {"R": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument":
          "{\\"Statement\\": [{\\n  \\"Effect\\": \\"Allow\\",\\n  \\"Principal\\": {\\"AWS\\": \\"*\\"},\\n  \\"Action\\": \\"sts:*\\"}]}"
        }}}}
        """;
    assertThat(text("t.json", template, s -> new Change.Replace(action(s, 0), "sts:\"x")))
        .isEqualTo(template.replace("\\\"sts:*\\\"", "\\\"sts:\\\\\\\"x\\\""));
    assertThat(text("t.json", template, s -> add(s, "Bool", "a:b", "true")))
        .isEqualTo(
            template.replace(
                "\\\"sts:*\\\"",
                "\\\"sts:*\\\",\\n  \\\"Condition\\\": {\\\"Bool\\\": {\\\"a:b\\\": \\\"true\\\"}}"));
  }

  @Test
  void a_policy_in_a_yaml_block_and_in_single_quotes_is_edited_as_they_are_written() {
    String block =
        """
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: |
                {"Statement": {
                  "Effect": "Allow",
                  "Principal": {"AWS": "*"},
                  "Action": "sts:*"
                }}
        """;
    assertThat(text("t.yaml", block, s -> add(s, "Bool", "a:b", "true")))
        .isEqualTo(
            block.replace(
                "\"sts:*\"",
                """
                "sts:*",
                          "Condition": {
                            "Bool": {
                              "a:b": "true"
                            }
                          }"""));
    String quoted =
        """
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: '{"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"},
                "Action": "sts:*"}}'
        """;
    assertThat(text("t.yaml", quoted, s -> new Change.Replace(action(s, 0), "it's")))
        .isEqualTo(quoted.replace("sts:*", "it''s"));
  }

  @Test
  void what_a_template_computes_is_not_edited() {
    String template =
        """
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: {AWS: !Sub "arn:aws:iam::${AWS::AccountId}:root"}
                    Action: [!Ref Action, "sts:*"]
        """;
    assertThat(edited("t.yaml", template, s -> new Change.Replace(action(s, 0), "sts:A")))
        .isEmpty();
    assertThat(
            edited(
                "t.yaml",
                template,
                s -> new Change.Replace(s.principal().patterns().get(0).origin(), "1")))
        .isEmpty();
    assertThat(text("t.yaml", template, s -> new Change.Replace(action(s, 1), "sts:B")))
        .isEqualTo(template.replace("sts:*", "sts:B"));
  }

  @Test
  void text_that_would_be_substituted_is_not_written() {
    String template =
        """
        Resources:
          R:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: !Sub |
                {"Statement": {"Effect": "Allow", "Action": "sts:*",
                  "Principal": {"AWS": "arn:aws:iam::${AWS::AccountId}:root"}}}
        """;
    assertThat(text("t.yaml", template, s -> new Change.Replace(action(s, 0), "sts:A")))
        .isEqualTo(template.replace("sts:*", "sts:A"));
    assertThat(edited("t.yaml", template, s -> add(s, "StringLike", "aws:x", "${aws:username}")))
        .isEmpty();
    assertThat(
            edited(
                "t.yaml",
                template,
                s -> new Change.Replace(s.principal().patterns().get(0).origin(), "1")))
        .isEmpty();
  }

  @Test
  void an_account_export_is_not_edited() {
    String export =
        """
        {"UserDetailList": [], "GroupDetailList": [], "Policies": [], "RoleDetailList": [
          {"RoleName": "r", "RoleId": "AROAEXAMPLE", "Arn": "arn:aws:iam::111122223333:role/r",
           "AssumeRolePolicyDocument": {"Statement": {"Effect": "Allow",
             "Principal": {"AWS": "*"}, "Action": "sts:*"}}}]}
        """;
    assertThat(edited("e.json", export, s -> new Change.Replace(action(s, 0), "sts:A"))).isEmpty();
  }

  @Test
  void an_item_becomes_several_without_saying_one_twice() {
    assertThat(
            yaml(
                s ->
                    new Change.ReplaceAll(
                        action(s, 1), List.of("sts:TagSession", "sts:AssumeRole", "sts:A"))))
        .isEqualTo(YAML.replace("'sts:*'\n", "'sts:TagSession'\n      - sts:A\n"));
  }

  @Test
  void a_list_gets_fewer_items_or_one() {
    assertThat(yaml(s -> new Change.Replace(s.action().origin(), "sts:AssumeRole")))
        .isEqualTo(YAML.replace("      - 'sts:*'\n", ""));
    assertThat(yaml(s -> new Change.ReplaceAll(condition(s, 1).valuesAt(), List.of("o-1"))))
        .isEqualTo(YAML.replace("[o-abcdefghij, o-klmnopqrst]", "['o-1']").replace("'o-1'", "o-1"));
  }

  @Test
  void an_element_that_a_trust_policy_cannot_have_goes() {
    String resource = JSON.replace("\"sts:*\",", "\"sts:*\",\n      \"Resource\": [\"*\"],");
    assertThat(text("a.json", resource, s -> new Change.Remove(s.resource().origin())))
        .isEqualTo(JSON);
  }

  @Test
  void what_an_alias_brings_in_is_edited_where_it_stands_or_not_at_all() {
    String aliased =
        """
        Mine: &test {aws:PrincipalOrgID: o-abcdefghij}
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal: {AWS: "111122223333"}
            Action: sts:AssumeRole
            Condition:
              StringEquals: *test
              Bool:
                <<: *test
                a:b: c
        """;
    assertThat(edited("a.yaml", aliased, s -> add(s, "StringEquals", "sts:ExternalId", "x")))
        .isEmpty();
    assertThat(edited("a.yaml", aliased, s -> add(s, "Bool", "sts:ExternalId", "x"))).isEmpty();
    assertThat(
            text(
                "a.yaml",
                aliased,
                s -> new Change.Replace(condition(s, 0).values().get(0).origin(), "o-1")))
        .isEqualTo(aliased.replace("o-abcdefghij", "o-1"));
  }

  @Test
  void a_line_that_is_shared_is_not_torn_apart() {
    String shared =
        """
        Statement:
          - Effect: Allow
            Principal: {AWS: "111122223333"}
            Action:
              - - sts:AssumeRole
        """;
    SourceFile file = SourceFile.of("a.yaml", shared);
    Origin inner = file.at(shared.indexOf("sts:"), shared.length() - 1);
    assertThat(
            new FixEditor(OPTIONS)
                .edited(file, Fix.of("x", new Change.ReplaceAll(inner, List.of("a", "b")))))
        .isEmpty();
  }

  @Test
  void changes_that_get_in_each_others_way_are_not_made() {
    assertThat(
            edited(
                "a.yaml",
                YAML,
                s -> new Change.Remove(action(s, 1)),
                s -> new Change.Replace(action(s, 1), "sts:TagSession")))
        .isEmpty();
  }

  @Test
  void the_edits_tell_what_was_done() {
    SourceFile file = SourceFile.of("a.json", JSON);
    Statement statement = statements(file).get(0);
    Fix fix =
        Fix.of(
            "x",
            new Change.AddAction(statement.origin(), "sts:TagSession"),
            new Change.Remove(condition(statement, 0).origin()));
    List<Edit> edits = new FixEditor(OPTIONS).edited(file, fix).orElseThrow().edits();
    assertThat(edits.stream().map(e -> e.at().written() + " > " + e.text()))
        .containsExactly(
            "\"sts:*\" > [\"sts:*\", \"sts:TagSession\"]", "\"sts:ExternalId\": \"a*\",  > ");
  }

  private static Change add(Statement s, String operator, String key, String... values) {
    return new Change.AddCondition(s.origin(), operator, key, Arrays.asList(values));
  }

  @SafeVarargs
  private static String json(Function<Statement, Change>... changes) {
    return text("a.json", JSON, changes);
  }

  @SafeVarargs
  private static String yaml(Function<Statement, Change>... changes) {
    return text("a.yaml", YAML, changes);
  }

  @SafeVarargs
  private static String text(String name, String text, Function<Statement, Change>... changes) {
    return text(name, text, 0, changes);
  }

  @SafeVarargs
  private static String text(
      String name, String text, int statement, Function<Statement, Change>... changes) {
    return edited(name, text, statement, changes).orElseThrow();
  }

  @SafeVarargs
  private static Optional<String> edited(
      String name, String text, Function<Statement, Change>... changes) {
    return edited(name, text, 0, changes);
  }

  private static Optional<String> edited(
      String name, String text, int statement, Function<Statement, Change>[] changes) {
    SourceFile file = SourceFile.of(name, text);
    Statement first = statements(file).get(statement);
    List<Change> all = Arrays.stream(changes).map(c -> c.apply(first)).toList();
    return new FixEditor(OPTIONS).edited(file, new Fix("x", all)).map(e -> e.file().text());
  }

  private static List<Statement> statements(SourceFile file) {
    Inventory inventory = new Inputs(OPTIONS).read(file, true);
    assertThat(inventory.roles()).as("roles of %s", inventory.problems()).isNotEmpty();
    return inventory.roles().get(0).trust().orElseThrow().statements();
  }
}
