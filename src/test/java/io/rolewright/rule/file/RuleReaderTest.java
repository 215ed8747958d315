package io.rolewright.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import io.rolewright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A private rule file is read whatever is in it; what is wrong has its line and column. */
class RuleReaderTest {

  private static final String RULE = "## Rule\n\n```rule\nfor role r\n```\n";

  @Test
  void three_keys_and_a_rule_are_enough() {
    RuleFile file =
        RuleReader.own(
                SourceFile.of(
                    "ours/only-ci.md", "---\nid: MY001\ntitle: t\nseverity: low\n---\n" + RULE))
            .rule()
            .orElseThrow();
    RuleMetadata rule = file.metadata();
    assertThat(rule.id()).isEqualTo("MY001");
    assertThat(rule.name()).isEqualTo("only-ci");
    assertThat(rule.severity()).isEqualTo(Severity.LOW);
    assertThat(rule.isPrivate()).isTrue();
    assertThat(rule.place()).isEqualTo("ours/only-ci.md");
    assertThat(file.block().orElseThrow().written()).isEqualTo("for role r\n");
    assertThat(file.block().orElseThrow().start().line()).isEqualTo(9);
  }

  @Test
  void line_ends_of_windows_change_nothing() {
    String text = "---\nid: MY001\ntitle: t\nseverity: low\n---\n" + RULE;
    RuleFile file =
        RuleReader.own(SourceFile.of("only-ci.md", text.replace("\n", "\r\n")))
            .rule()
            .orElseThrow();
    assertThat(file.block().orElseThrow().written()).isEqualTo("for role r\r\n");
  }

  @Test
  void front_matter_must_be_there() {
    assertThat(problems("# A page\n"))
        .containsExactly("1:1 a rule file begins with front matter between two lines of `---`");
    assertThat(problems("---\nid: MY001\n")).hasSize(1);
    assertThat(problems("")).hasSize(1);
  }

  @Test
  void front_matter_that_is_no_yaml_is_told_by_its_place() {
    assertThat(problems("---\nid: MY001\ntitle: \"open\n---\n" + RULE))
        .hasSize(1)
        .allMatch(p -> p.startsWith("4:1 front matter: ") || p.startsWith("3:"));
    assertThat(problems("---\n- id\n---\n" + RULE))
        .containsExactly("1:1 front matter is lines of the form `id: XX001`");
    assertThat(problems("---\nid: [[[[[a]]]]]\n---\n" + RULE))
        .containsExactly("2:6 this nests too deep");
    assertThat(problems("---\nid: &a x\ntitle: *a\n---\n" + RULE))
        .containsExactly("3:8 front matter has no aliases");
    assertThat(problems("---\nid: a\nid: b\n---\n" + RULE))
        .containsExactly("3:1 `id` is said twice");
    assertThat(problems("---\nid: \u0007\n---\n" + RULE)).hasSize(1);
    assertThat(problems("---\n---\n" + RULE)).isNotEmpty();
  }

  @Test
  void each_wrong_value_is_told_with_a_way_out() {
    assertThat(
            problems(
                "---\nid: my1\ntitel: t\nseverity: hihg\ntags: x\noptions: y\nsince:\n---\n"
                    + RULE))
        .containsExactly(
            "3:1 unknown front matter key `titel`; did you mean `title`",
            "1:1 the front matter has no `title`",
            "2:5 `my1` is no rule id: two to five capitals and three digits, such as MY001",
            "4:11 `severity` is one of error, critical, high, medium, low, info, not `hihg`",
            "7:7 `since` is one line of text",
            "5:7 `tags` is a list, such as [trust, mfa]",
            "6:10 `options` maps names to their default values");
  }

  @Test
  void columns_count_behind_wide_characters() {
    assertThat(problems("---\nid: MY001\ntitle: t\n\ud83d\ude00\ud83d\ude00: high\n---\n" + RULE))
        .contains("1:1 the front matter has no `severity`")
        .anyMatch(p -> p.startsWith("4:1 unknown front matter key"));
  }

  @Test
  void the_name_of_the_file_must_be_a_name() {
    SourceFile file =
        SourceFile.of("My Rule.md", "---\nid: MY001\ntitle: t\nseverity: low\n---\n" + RULE);
    assertThat(RuleReader.own(file).problems())
        .singleElement()
        .extracting(p -> p.message())
        .asString()
        .startsWith("the file's name is the rule's name");
  }

  @Test
  void there_is_one_rule() {
    assertThat(body("## Rul\n"))
        .contains("6:1 a rule file has no section `Rul`; did you mean `Rule`");
    assertThat(body("## Rule\n"))
        .containsExactly(
            "6:1 the section has no rule: a fence of its own that begins with ```rule");
    assertThat(body(RULE + "```rule\n```\n"))
        .containsExactly("11:1 a rule file has one rule, and this is the second");
    assertThat(body("## Rule\n```rule\nfor\n")).contains("7:1 this code fence is not closed");
    assertThat(body(RULE + "checker: PublicTrust\n"))
        .containsExactly("6:1 the section has both a rule and a checker");
    assertThat(body(RULE + RULE)).containsExactly("11:1 there are two sections `Rule`");
  }

  @Test
  void a_section_of_ones_own_is_no_mistake() {
    assertThat(body(RULE + "## Owners\n\nThe platform team.\n")).isEmpty();
  }

  @Test
  void what_is_wrong_with_an_example_is_told_where_it_stands() {
    String begin = RULE + "## Noncompliant\n";
    assertThat(body(begin + "```json kin=trust\n{} // finding\n```\n"))
        .containsExactly("12:1 `kin=trust` says nothing of an example; did you mean `kind`");
    assertThat(body(begin + "```json highlighted\n{} // finding\n```\n"))
        .containsExactly(
            "12:1 `highlighted` says nothing of an example; an example takes file=, kind= and account=");
    assertThat(body(begin + "```json\n{} // finding hihg\n```\n"))
        .containsExactly(
            "13:4 a mark reads `// finding`, `// finding high` or `// finding high: words`");
    assertThat(body(begin + "```json\n{}\n```\n"))
        .containsExactly("11:1 a noncompliant example marks at least one line with `// finding`");
    assertThat(body(RULE + "## Compliant\n### One\n```json\n{} // finding\n```\n"))
        .containsExactly("12:1 a compliant example marks nothing");
    assertThat(body(begin + "```json\n{} // finding\n"))
        .containsExactly("12:1 this code fence is not closed");
    assertThat(body(begin + "```json file=a.json\n{} // finding\n```\n```json file=a.json\n```\n"))
        .containsExactly("15:1 the example has two files `a.json`");
  }

  @Test
  void a_shipped_rule_has_all_its_sections() {
    assertThat(RuleReader.shipped(SourceFile.of("rules/a.md", front() + RULE), "a.md").problems())
        .anyMatch(p -> p.message().equals("the front matter has no `advice`"))
        .allMatch(p -> p.at().start().line() == 1);
  }

  private static List<String> body(String body) {
    return problems(front() + body);
  }

  private static String front() {
    return "---\nid: MY001\ntitle: t\nseverity: low\n---\n";
  }

  private static List<String> problems(String text) {
    return RuleReader.own(SourceFile.of("only-ci.md", text)).problems().stream()
        .map(p -> p.at().start().line() + ":" + p.at().start().column() + " " + p.message())
        .toList();
  }
}
