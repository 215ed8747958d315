package io.rolewright.analyze.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Inventory;
import io.rolewright.model.SessionGrant;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Tree;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.reason.solve.Means;
import io.rolewright.rule.session.SessionQuestions;
import io.rolewright.source.SourceFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScenarioInputTest {

  private static final String SCENARIO =
      """
      caller: {user: "arn:aws:iam::111111111111:user/dana"}
      calls:
        - operation: AssumeRole
          RoleArn: arn:aws:iam::111111111111:role/team/first
          RoleSessionName: dana
          DurationSeconds: 5400
          Policy: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:*", "sts:AssumeRole"], "Resource": "*"}]}'
          role:
            max-session-duration: 7200
            trust:
              Version: "2012-10-17"
              Statement: [{Effect: Allow, Principal: {AWS: "111111111111"}, Action: "sts:AssumeRole"}]
            policies:
              - Version: "2012-10-17"
                Statement: [{Effect: Allow, Action: ["s3:GetObject", "sts:AssumeRole"], Resource: "*"}]
        - operation: AssumeRole
          RoleArn: arn:aws:iam::111111111111:role/second
          RoleSessionName: dana
          DurationSeconds: 7200
          PolicyArns: ["arn:aws:iam::111111111111:policy/unknown"]
          role:
            max-session-duration: 7200
            trust:
              Version: "2012-10-17"
              Statement: [{Effect: Allow, Principal: {AWS: "arn:aws:iam::111111111111:role/team/first"}, Action: "sts:AssumeRole"}]
      """;

  private static Tree tree(String text) {
    return YamlReader.read(SourceFile.of("story.yaml", text), Limits.DEFAULT);
  }

  private static Inventory read(String text) {
    return new ScenarioInput(Path.of(""), Limits.DEFAULT).read(tree(text), "story.yaml", true);
  }

  @Test
  void a_file_with_a_caller_and_calls_is_a_scenario() {
    assertThat(ScenarioInput.recognises(tree(SCENARIO))).isTrue();
    assertThat(ScenarioInput.recognises(tree("caller: {user: x}"))).isFalse();
    assertThat(ScenarioInput.recognises(tree("caller: x\ncall: {}"))).isFalse();
    assertThat(ScenarioInput.recognises(tree("Statement: []"))).isFalse();
  }

  @Test
  void its_calls_are_grants_of_its_roles_and_each_says_where_it_stands() {
    Inventory inventory = read(SCENARIO);
    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.roles())
        .extracting(r -> r.name().shown())
        .containsExactly("first", "second");
    assertThat(inventory.sessions())
        .extracting(SessionGrant::kind)
        .containsExactly(SessionGrant.Kind.CALL, SessionGrant.Kind.CHAINED_CALL);
    assertThat(inventory.sessions().get(0).duration().get().origin().written()).isEqualTo("5400");
    assertThat(inventory.roles().get(0).maxSessionDuration().get().value()).hasValue(7200);
    assertThat(inventory.sessions().get(1).policies().get(0).document()).isEmpty();
  }

  @Test
  void its_session_policies_are_judged() {
    Inventory inventory = read(SCENARIO);
    SessionQuestions questions = SessionQuestions.of(inventory, Means.ordinary());
    SessionGrant first = inventory.sessions().get(0);
    assertThat(questions.noOp(first).isYes()).isTrue();
    assertThat(questions.escapes(questions.linked(first).granted().get(0)).get(0).onward().roles())
        .extracting(t -> t.role().name().shown())
        .containsExactly("first", "second");
    assertThat(questions.noOp(inventory.sessions().get(1)).isOpen()).isTrue();
  }

  @Test
  void one_that_cannot_be_read_is_an_error_only_if_it_was_asked_for() {
    String broken = "caller: {user: nobody}\ncall: {operation: AssumeRole}";
    assertThat(read(broken).problems()).isNotEmpty();
    assertThat(
            new ScenarioInput(Path.of(""), Limits.DEFAULT)
                .read(tree(broken), "story.yaml", false)
                .problems())
        .isEmpty();
  }
}
