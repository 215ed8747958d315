package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.Finding;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stays open is told by GR005; or, where that rule is switched off, as a problem. */
class OpenQuestionsTest {

  private static final String STATEMENT =
      "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:role/a\"},"
          + "\"Action\":\"sts:AssumeRole\"}";

  private static final String ENDLESS =
      "{\"Version\":\"2012-10-17\",\"Statement\":["
          + String.join(",", Collections.nCopies(301, STATEMENT))
          + "]}";

  private static final String MACRO =
      """
      Transform: OurRoles
      Resources:
        App:
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Version: "2012-10-17"
              Statement:
                - Fn::Transform: {Name: OurTrust}
      """;

  private static final String SWITCHED_OFF =
      """
      rules:
        GR005: "off"
      """;

  @Test
  void what_no_rule_can_decide_is_a_finding() {
    Analysis analysis = analyze("trust.json", ENDLESS, Optional.empty());
    assertThat(messages(analysis)).anyMatch(m -> m.startsWith("undecided: who gets in"));
    assertThat(analysis.problems()).isEmpty();
    assertThat(analysis.leftOpen()).isEqualTo(1);
  }

  @Test
  void what_the_input_leaves_out_is_told_of_the_role_that_it_is_about() {
    Analysis analysis = analyze("template.yaml", MACRO, Optional.empty());
    assertThat(findings(analysis))
        .extracting(f -> f.rule().id() + " " + f.subject() + " " + f.at().start().line())
        .contains("GR005 the input 1", "GR005 role App 9");
    assertThat(analysis.leftOpen()).isEqualTo(2);
  }

  @Test
  void a_policy_that_is_open_as_a_whole_is_not_taken_for_one_that_lets_in_nobody() {
    String open = MACRO.substring(MACRO.indexOf("Resources")).split("\n {8}Version")[0];
    Analysis analysis = analyze("template.yaml", open + " !ImportValue T\n", Optional.empty());
    assertThat(messages(analysis))
        .containsExactly(
            "what this policy says is left open by import of `T`;"
                + " taken for anything that it may be");
  }

  @Test
  void without_the_rule_open_questions_are_problems() {
    Analysis endless = analyze("trust.json", ENDLESS, Optional.of(SWITCHED_OFF));
    assertThat(endless.problems())
        .extracting(Problem::message)
        .anyMatch(m -> m.startsWith("undecided: who gets in"));
    assertThat(endless.leftOpen()).isEqualTo(1);
    Analysis macro = analyze("template.yaml", MACRO, Optional.of(SWITCHED_OFF));
    assertThat(macro.problems())
        .extracting(Problem::message)
        .containsExactly("the macro `OurRoles` is not run; the template is judged as it stands");
  }

  private static Analysis analyze(String name, String text, Optional<String> configuration) {
    TextInput input =
        new TextInput(SourceFile.of(name, text), Optional.of("111122223333"), Optional.empty());
    return new Analyzer()
        .analyze(
            List.of(input),
            configuration.map(c -> SourceFile.of("rolewright.yaml", c)),
            Profile.RECOMMENDED);
  }

  private static List<Finding> findings(Analysis analysis) {
    return analysis.open().stream().map(Result::finding).toList();
  }

  private static List<String> messages(Analysis analysis) {
    return findings(analysis).stream().map(Finding::message).toList();
  }
}
