package io.rolewright.rule.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.lang.RuleLanguage.Compilation;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import io.rolewright.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a rule is told with its place, and with what would be right. */
class MistakesInRulesTest {

  private static final String AROUND =
      """
      for role r
      for statement a in r.trust.allows
      where %s
      report a "`{r}` is reported"
      """;

  private static List<Problem> problems(String block) {
    SourceFile page = SourceFile.of("my.md", "```rule\n" + block + "```\n");
    int start = "```rule\n".length();
    return Dictionary.language().compile(page, new Span(start, start + block.length())).problems();
  }

  private static String onlyMessage(String block) {
    List<Problem> problems = problems(block);
    assertThat(problems).hasSize(1);
    return problems.get(0).message();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a.evryone is absent                  | did you mean `everyone`
          a.conditions                         | this is a list of condition where a truth is needed
          a.effect < 3                         | `<` compares numbers, not a text and a number
          a == "x"                             | a statement and a text cannot be compared
          a.conditions.lower == "x"            | `lower` is not for (list of condition); there is
          any c in a has c.negated             | this is a statement, not a list
          possible request q from a where admits(r.trust, a, q) | this is a statement where a actor is needed
          possible request q from stranger where a.conditions is empty | this asks nothing of the request
          possible request q from stranger where q.caller == "x" | cannot ask about a request that is still looked for
          possible request q from stranger where admits(r.trust, q) | `admits` is not for (document, request)
          count(a.conditions) == 1 and         | cannot stand here
          (a.everyone is absent                | cannot stand here
          a.everyone is "x"                    | cannot stand here
          99999999999999999999 == 1            | this number is too large
          ~a.effect == "Allow~                 | `"` cannot stand here
          """)
  void a_condition_that_means_nothing_is_told(String condition, String message) {
    assertThat(onlyMessage(AROUND.formatted(condition))).contains(message);
  }

  @Test
  void a_mistake_is_told_with_its_line_and_column() {
    Problem problem = problems(AROUND.formatted("a.evryone is absent")).get(0);
    assertThat(problem.at().start().line()).isEqualTo(4);
    assertThat(problem.at().start().column()).isEqualTo(7);
    assertThat(problem.at().written()).isEqualTo("a.evryone");
  }

  @Test
  void a_mistake_inside_a_message_is_told_where_it_stands() {
    Problem problem = problems("for role r\nreport r \"role {r.nme}\"\n").get(0);
    assertThat(problem.at().written()).isEqualTo("r.nme");
    assertThat(problem.message()).contains("did you mean `name`");
  }

  @Test
  void each_clause_tells_its_own_mistake() {
    String broken = "for role r\nwhere r.x\nreport r \"x\"\n";
    assertThat(problems(broken + broken)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          for rolle r report r "x"                        | no kind of thing called `rolle`; did you mean `role`
          for statement s report s "x"                    | a clause cannot begin with a statement; it can with role
          for role r in input.roles report r "x"          | begins with what it looks at
          for role r report count(r.permissions) "x"      | a number has no place in a file
          for role r report r severity "urgent" "x"       | `urgent` is no severity; there are critical
          for role r report r "{r"                        | this brace is not closed
          for role r report r                             | write `report PLACE "message"`
          for role r for statement s report r "x"         | say in what list
          for role r for condition c in r.trust.allows report r "x" | holds statement where condition is wanted
          for role r report r "x" fix "f" add colour("x") to r | `colour` cannot be added
          where true report r "x"                         | a block is clauses that each begin with `for`
          for role r                                      | the end of the block cannot stand here
          """)
  void a_clause_that_cannot_be_is_told(String block, String message) {
    assertThat(onlyMessage(block)).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a.effect == "Allow" and a.effect == "Deny"
          a.sid is absent and a.sid == "x"
          count(a.conditions) < 1 and count(a.conditions) > 1
          a.everyone is absent and not (a.everyone is absent or a.conditions is empty)
          r.name like "deploy-*" and r.name == "ci"
          """)
  void conditions_that_contradict_each_other_are_told(String condition) {
    String block = AROUND.formatted(condition).replace("a.sid", "r.account");
    assertThat(onlyMessage(block)).contains("can never report anything");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          r.name like "deploy-*" and r.name like "*-prod"
          a.actions == "sts:TagSession" and a.actions == "sts:AssumeRole"
          count(a.conditions) < 3 and count(a.conditions) > 1
          r.account is absent or r.account == "111122223333"
          """)
  void conditions_that_can_hold_together_are_not(String condition) {
    assertThat(problems(AROUND.formatted(condition))).isEmpty();
  }

  private static Compilation compiled(String block) {
    SourceFile page = SourceFile.of("my.md", block);
    return Dictionary.language().compile(page, new Span(0, block.length()));
  }

  private static boolean covers(String wide, String narrow) {
    return compiled(wide).logic().orElseThrow().covers(compiled(narrow).logic().orElseThrow());
  }

  @Test
  void a_rule_covers_one_that_asks_for_more() {
    String wide = "for role r where r.name like \"deploy-*\" report r \"x\"";
    String narrow =
        "for role other where other.name == \"deploy-eu\" and other.privileged report other \"y\"";
    assertThat(covers(wide, narrow)).isTrue();
    assertThat(covers(narrow, wide)).isFalse();
  }

  @Test
  void a_rule_covers_one_that_looks_for_fewer_requests() {
    String wide =
        "for role r when possible request q from stranger where allows(r.trust, q)"
            + " report r \"x\"";
    String narrow =
        "for role r when possible request w from stranger where allows(r.trust, w)"
            + " and w.context[\"sts:ExternalId\"] is absent report r \"x\"";
    assertThat(covers(wide, narrow)).isTrue();
    assertThat(covers(narrow, wide)).isFalse();
  }

  @Test
  void rules_about_other_actors_have_nothing_to_do_with_each_other() {
    String rule =
        "for role r when possible request q from %s where allows(r.trust, q) report r \"x\"";
    assertThat(covers(rule.formatted("stranger"), rule.formatted("stranger.withoutMfa"))).isFalse();
  }

  @Test
  void what_is_compiled_and_read_back_says_the_same() {
    String block = AROUND.formatted("a.everyone is absent and r.name like \"deploy-*\"");
    Compilation compilation = compiled(block);
    assertThat(
            Dictionary.language()
                .logic(compilation.compiled().orElseThrow())
                .covers(compilation.logic().orElseThrow()))
        .isTrue();
  }
}
