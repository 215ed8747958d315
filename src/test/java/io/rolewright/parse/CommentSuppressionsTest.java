package io.rolewright.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Inventory;
import io.rolewright.model.Suppression;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentSuppressionsTest {

  private static Inventory read(String yaml) {
    return CommentSuppressions.read(
        YamlReader.read(SourceFile.of("policy.yaml", yaml), Limits.DEFAULT));
  }

  private static Suppression only(String yaml) {
    Inventory inventory = read(yaml);
    assertThat(inventory.problems()).isEmpty();
    assertThat(inventory.suppressions()).hasSize(1);
    return inventory.suppressions().get(0);
  }

  @Test
  void a_comment_behind_a_value_covers_the_entry_of_its_line() {
    Suppression suppression =
        only(
            """
            Statement:
              - Effect: Allow
                Principal: "*"  # rolewright: ignore TP001 -- public on purpose
                Action: sts:AssumeRole
            """);
    assertThat(suppression.scope().written()).isEqualTo("Principal: \"*\"");
    assertThat(suppression.rules()).containsExactly("TP001");
    assertThat(suppression.reason()).isEqualTo("public on purpose");
    assertThat(suppression.expires()).isEmpty();
    assertThat(suppression.at().written())
        .isEqualTo("# rolewright: ignore TP001 -- public on purpose");
  }

  @Test
  void a_comment_behind_a_key_covers_all_that_the_entry_holds() {
    assertThat(
            only("a: 1\nb: # rolewright: ignore TP001\n  c: 2\n  d: [3,\n    4]\ne: 5\n")
                .scope()
                .written())
        .startsWith("b:")
        .endsWith("4]");
  }

  @Test
  void a_comment_alone_covers_the_next_item_with_all_in_it() {
    Suppression suppression =
        only(
            """
            Statement:
              - Effect: Deny
              # rolewright: ignore TP001, XA001 until 2027-01-31 -- vendor moves

              # another remark
              - Effect: Allow
                Principal: "*"
              - Effect: Deny
            """);
    assertThat(suppression.scope().written())
        .startsWith("Effect: Allow")
        .endsWith("Principal: \"*\"");
    assertThat(suppression.rules()).containsExactlyInAnyOrder("TP001", "XA001");
    assertThat(suppression.expires()).contains(LocalDate.of(2027, 1, 31));
  }

  @Test
  void a_comment_at_the_top_covers_the_first_entry_not_the_file() {
    assertThat(only("# rolewright: ignore TP001\na: 1\nb: 2\n").scope().written())
        .isEqualTo("a: 1");
  }

  @Test
  void an_alias_is_covered_where_it_is_used_not_where_it_is_written() {
    assertThat(
            only("a: &x\n  k: 1\nb: 2\nc: *x # rolewright: ignore TP001\n").scope().start().line())
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      commentCharacter = '%',
      value = {
        "rolewright: ignore|the suppression names no rule",
        "rolewright: ignore -- because|the suppression names no rule",
        "rolewright:|unknown word ``; the only one is `ignore`",
        "rolewright: ignroe TP001|unknown word `ignroe`; the only one is `ignore`",
        "rolewright: ignore TP001 because|unexpected `because`; commas part rules, and a reason"
            + " comes after `--`",
        "rolewright: ignore TP001 until soon|`soon` is no date; write it as `2027-01-31`",
        "rolewright: ignore TP001 until|one date must follow `until`; a reason comes after `--`",
        "rolewright: ignore TP001 until 2027-02-30|`2027-02-30` is no date; write it as"
            + " `2027-01-31`",
        "rolewright ignore TP001|write `rolewright: ignore`, with a colon",
      })
  void what_cannot_be_read_is_a_warning_at_the_comment(String comment, String message) {
    Inventory inventory = read("a: 1 # " + comment + "\n");
    assertThat(inventory.suppressions()).isEmpty();
    assertThat(inventory.problems()).hasSize(1);
    Problem problem = inventory.problems().get(0);
    assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.at().written()).isEqualTo("# " + comment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\n# rolewright: ignore TP001\n", "# rolewright: ignore TP001\n"})
  void a_comment_with_nothing_after_it_is_a_warning(String yaml) {
    assertThat(read(yaml).problems())
        .extracting(Problem::message)
        .containsExactly("the suppression covers nothing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1 # rolewright is a linter\n",
        "a: 1 # see rolewright: ignore TP001\n",
        "a: '# rolewright: ignore TP001'\n",
        "a: |\n  # rolewright: ignore TP001\n",
        "a: 1\n",
        ""
      })
  void other_text_is_no_suppression(String yaml) {
    assertThat(read(yaml)).isEqualTo(Inventory.EMPTY);
  }

  @Test
  void words_are_read_without_regard_to_blanks_and_the_case_of_the_mark() {
    assertThat(only("a: 1 #Rolewright:ignore   TP001,XA001,--x\r\nb: 2\r\n").rules())
        .containsExactlyInAnyOrder("TP001", "XA001");
  }
}
