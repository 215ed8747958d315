package io.rolewright.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.ScalarNode.Kind;
import io.rolewright.parse.tree.Tree;
import io.rolewright.parse.tree.Tree.Comment;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private static Tree read(String text) {
    return YamlReader.read(SourceFile.of("a.yaml", text), Limits.DEFAULT);
  }

  private static ObjectNode root(String text) {
    Tree tree = read(text);
    assertThat(tree.problems()).isEmpty();
    return tree.roots().get(0).asObject().orElseThrow();
  }

  private static ScalarNode scalar(String text) {
    return root(text).members().get(0).value().asScalar().orElseThrow();
  }

  private static Problem problem(String text) {
    Tree tree = read(text);
    assertThat(tree.problems()).hasSize(1);
    return tree.problems().get(0);
  }

  private static final String TEMPLATE =
      """
      # leading
      Trust: &t   # the trust
        Version: 2012-10-17
        "Id" : !Sub 'x${A}'
        List:
          - !GetAtt Role.Arn
          - [a, {b: c}]

        Empty:
      Other: *t

      Text: |
        one
          two

      Last: x
      """;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void keys_and_values_know_exactly_where_they_stand(String lineEnd) {
    ObjectNode root = root(TEMPLATE.replace("\n", lineEnd));
    ObjectNode trust = root.members().get(0).value().asObject().orElseThrow();
    ArrayNode list = trust.get("List").orElseThrow().asArray().orElseThrow();

    assertThat(root.members())
        .extracting(m -> m.key().origin().written())
        .containsExactly("Trust", "Other", "Text", "Last");
    assertThat(trust.members())
        .extracting(m -> m.key().origin().written())
        .containsExactly("Version", "\"Id\"", "List", "Empty");
    assertThat(trust.members())
        .extracting(m -> m.value().origin().written().split("\\R")[0])
        .containsExactly("2012-10-17", "!Sub 'x${A}'", "- !GetAtt Role.Arn", "");
    assertThat(list.items())
        .extracting(n -> n.origin().written())
        .containsExactly("!GetAtt Role.Arn", "[a, {b: c}]");
    assertThat(list.origin().end().line()).isEqualTo(7);
    assertThat(root.get("Text").orElseThrow().origin().written())
        .isEqualTo("|\n  one\n    two".replace("\n", lineEnd));
    assertThat(root.origin().start()).hasToString("Position[line=2, column=1]");
    assertThat(root.origin().end()).hasToString("Position[line=16, column=8]");
  }

  @Test
  void an_empty_last_value_does_not_stretch_its_mapping() {
    ObjectNode inner =
        root("a:\n  b:\n\n\nc: d\n").members().get(0).value().asObject().orElseThrow();

    assertThat(inner.origin().written()).isEqualTo("b:");
  }

  @Test
  void tags_are_kept_as_written_and_those_of_the_core_schema_applied() {
    Tree tree = read("[!Sub a, !GetAtt [b], !If {c: d}, !!str 1, !!int 2, ! 3, !!binary eA==]");
    List<Node> items = tree.roots().get(0).asArray().orElseThrow().items();

    assertThat(items)
        .extracting(n -> n.tag().orElse("-"))
        .containsExactly("!Sub", "!GetAtt", "!If", "-", "-", "-", "!!binary");
    assertThat(items.get(3).asScalar().orElseThrow().kind()).isEqualTo(Kind.STRING);
    assertThat(items.get(4).asScalar().orElseThrow().kind()).isEqualTo(Kind.NUMBER);
    assertThat(items.get(5).asScalar().orElseThrow().kind()).isEqualTo(Kind.STRING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
      012345678901 | NUMBER
      2012-10-17   | STRING
      1_000        | STRING
      -1.5e+3      | NUMBER
      .5           | NUMBER
      .            | STRING
      -            | STRING
      0x1F         | NUMBER
      0o17         | NUMBER
      1e           | STRING
      12:30:45     | STRING
      .inf         | NUMBER
      yes          | STRING
      on           | STRING
      true         | BOOLEAN
      False        | BOOLEAN
      tRue         | STRING
      "true"       | STRING
      ~            | NULL
      null         | NULL
      """)
  void scalars_keep_their_text_and_only_plain_ones_have_another_kind(String written, Kind kind) {
    Tree tree = read("a: " + written);
    if (written.equals("-")) {
      assertThat(tree.problems()).hasSize(1);
      return;
    }
    ScalarNode scalar = scalar("a: " + written);

    assertThat(scalar.text()).isEqualTo(written.replace("\"", ""));
    assertThat(scalar.kind()).isEqualTo(kind);
  }

  @Test
  void an_empty_value_is_null_just_after_its_colon() {
    ScalarNode scalar = scalar("a:\nb: c");

    assertThat(scalar.isNull()).isTrue();
    assertThat(scalar.origin()).hasToString("a.yaml:1:3");
    assertThat(scalar.characters().text()).isEmpty();
  }

  @Test
  void wide_characters_do_not_shift_places() {
    ObjectNode root =
        root("# \uD83D\uDE00\n\uD83D\uDE00: \uD83D\uDE00x\nb: \"\uD83D\uDE00\" # \uD83D\uDE00\n");

    assertThat(root.members())
        .extracting(m -> m.key().origin().written() + m.value().origin().written())
        .containsExactly("\uD83D\uDE00\uD83D\uDE00x", "b\"\uD83D\uDE00\"");
    assertThat(root("# \uD83D\uDE00\n" + "a: \uD83D\uDE00\n".repeat(3000)).members())
        .allMatch(m -> m.value().origin().written().equals("\uD83D\uDE00"));
  }

  @Test
  void a_key_written_twice_is_kept_twice() {
    assertThat(root("a: 1\nb: 2\na: 3").duplicates()).extracting(Member::name).containsExactly("a");
  }

  @Test
  void every_document_of_a_file_is_a_root() {
    assertThat(read("a: 1\n---\nb: 2\n...\n---\n- c\n").roots()).hasSize(3);
    assertThat(read("").roots()).isEmpty();
    assertThat(read("# nothing\n").problems()).isEmpty();
  }

  @Test
  void documents_before_a_syntax_error_are_read() {
    Tree tree = read("a: 1\n---\nb: [\n");

    assertThat(tree.roots()).hasSize(1);
    assertThat(tree.problems()).hasSize(1);
  }

  @Test
  void an_alias_is_the_node_it_names() {
    ObjectNode root = root("a: &x\n  b: 1\nc: *x\nd: &y 5\n*y : e");

    assertThat(root.get("c").orElseThrow()).isSameAs(root.get("a").orElseThrow());
    assertThat(root.get("a").orElseThrow().origin().written()).isEqualTo("b: 1");
    assertThat(root.members().get(3).name()).isEqualTo("5");
  }

  @Test
  void a_merge_key_gives_way_to_what_it_stands_for() {
    ObjectNode root =
        root(
            """
            base: &b {x: 1, y: 2}
            more: &m {y: 3, z: 4}
            one:
              <<: *b
              y: own
            two:
              w: 0
              <<: [*b, *m]
            three:
              "<<": *b
            """);

    assertThat(show(root, "one")).isEqualTo("x=1 y=own");
    assertThat(show(root, "two")).isEqualTo("w=0 x=1 y=2 z=4");
    assertThat(root.get("three").orElseThrow().asObject().orElseThrow().members()).hasSize(1);
  }

  private static String show(ObjectNode root, String name) {
    StringBuilder text = new StringBuilder();
    root.get(name)
        .orElseThrow()
        .asObject()
        .orElseThrow()
        .members()
        .forEach(m -> text.append(m.name()).append('=').append(m.value()).append(' '));
    return text.toString().strip();
  }

  @Test
  void comments_are_collected_and_hashes_in_text_are_not() {
    String text =
        """
        # one
        a: b#c # two
        d: # three
          - "x # y"   # four
          - 'x # y'
          - x
            # five
          - | # six
            # text
          # seven
        e: { # eight
          f: g, # nine
        }
        h: !Sub # ten
          # eleven
          j
        ? k # twelve
        : # thirteen
          l
        --- # fourteen
        """;
    Tree tree = read(text);

    assertThat(tree.problems()).isEmpty();
    assertThat(tree.comments())
        .extracting(Comment::text)
        .containsExactly(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen");
    assertThat(tree.comments())
        .filteredOn(Comment::alone)
        .extracting(Comment::text)
        .containsExactly("one", "five", "seven", "eleven");
    assertThat(tree.comments()).allMatch(c -> text.charAt(c.offset()) == '#');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
      a:~\\tb: c         | 2:1 | a tab is used for indentation
      \\ta: b           | 1:1 | a tab is used for indentation
      a: "b             | 1:4 | the closing `"` of this string is missing
      a: 'b~c: d        | 1:4 | the closing `'` of this string is missing
      a: "\\q"          | 1:5 | `\\q` is no escape
      a: "\\x4"         | 1:5 | `\\x` is not followed by the hexadecimal digits of a character
      a: "\\x            | 1:5 | `\\x` is not followed by the hexadecimal digits of a character
      a: "\\UFFFFFFFF"   | 1:5 | `\\U` is not followed by the hexadecimal digits of a character
      a: [b             | 1:6 | the document ends inside the list that starts on line 1
      a: {b: c          | 1:9 | the document ends inside the mapping that starts on line 1
      a: [b~c: d        | 2:2 | expected `,` or `]` in the list that starts on line 1
      a: [b}            | 1:6 | expected `,` or `]` in the list that starts on line 1
      a: b: c           | 1:5 | a second `:` in one value, or a key whose indentation is wrong
      a: b~  c: d       | 2:4 | a second `:` in one value, or a key whose indentation is wrong
      a:~  b: c~ d: e   | 3:2 | the indentation of this line fits no line above it
      - a~b: c          | 2:1 | the indentation of this line fits no line above it
      a: "b" c          | 1:8 | unexpected text after a value
      a: b~foo~c: d     | 2:1 | expected `:` after this text
      a: - b            | 1:4 | a list item or key cannot begin here
      a: @b             | 1:4 | `@` cannot begin a value that is not quoted
      a: *              | 1:4 | `*` is no alias or anchor; such text needs quotes
      a: *b             | 1:4 | no anchor `&b` before this alias
      a: &b [*b]        | 1:8 | the alias `*b` stands inside the value that it names
      a: !b!c d         | 1:4 | the tag `!b!c` has an undeclared handle
      ^a: |x^           | 1:5 | ^unexpected text after `|`^
      a: >0             | 1:5 | the indentation after `>` is not one of 1 to 9
      {a: b}}           | 1:7 | unexpected text after the end of the document
      {[a]: b}          | 1:2 | a key is a list or mapping, not text
      a: \\u0007        | 1:4 | the control character U+0007 cannot stand in YAML
      """)
  void a_syntax_error_is_named_in_plain_words_at_its_place(
      String text, String place, String message) {
    Problem problem =
        problem(text.replace('~', '\n').replace("\\t", "\t").replace("\\u0007", "\u0007"));

    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.at()).hasToString("a.yaml:" + place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "- ", "{a: ", "? ", "[{a: ", "!x [", "a: &a [*a", "\"", "|\n"})
  void hostile_nesting_is_a_problem(String opening) {
    assertThat(read(opening.repeat(100_000)).problems()).hasSize(1);
  }

  @Test
  void nesting_is_bounded_where_it_becomes_too_deep() {
    Problem problem = problem("- ".repeat(100_000));

    assertThat(problem.message()).isEqualTo("nested deeper than 200 levels");
    assertThat(problem.at()).hasToString("a.yaml:1:401");
    assertThat(read("[".repeat(200) + "]".repeat(200)).problems()).isEmpty();
  }

  @Test
  void nesting_through_aliases_is_bounded_too() {
    StringBuilder text = new StringBuilder("- &a0 [x]\n");
    for (int i = 1; i < 300; i++) {
      text.append("- &a").append(i).append(" [*a").append(i - 1).append("]\n");
    }
    assertThat(problem(text.toString()).message()).isEqualTo("nested deeper than 200 levels");
  }

  @Test
  void an_alias_bomb_is_a_problem() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 100; i++) {
      String alias = "*a" + (i - 1) + ", ";
      text.append("a" + i + ": &a" + i + " [" + alias.repeat(9) + "]\n");
    }
    assertThat(problem(text.toString()).message())
        .isEqualTo("holds more than 2000000 keys and values, aliases counted as often as used");
  }

  @Test
  void a_large_flat_file_is_read_whole() {
    String item = "- Sid: a\n  Action: [\"s3:Get*\"]\n";
    int count = 2_000_000 / item.length();
    List<Node> items = read(item.repeat(count)).roots().get(0).asArray().orElseThrow().items();

    assertThat(items).hasSize(count);
    assertThat(items.get(count - 1).origin().written()).isEqualTo(item.strip().substring(2));
  }
}
