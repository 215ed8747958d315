package io.rolewright.parse.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.TextPart;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.Tree;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static Tree read(String text) {
    return JsonReader.read(SourceFile.of("a.json", text), Limits.DEFAULT);
  }

  private static Node root(String text) {
    Tree tree = read(text);
    assertThat(tree.problems()).isEmpty();
    return tree.roots().get(0);
  }

  private static Problem problem(String text) {
    Tree tree = read(text);
    assertThat(tree.roots()).isEmpty();
    assertThat(tree.problems()).hasSize(1);
    return tree.problems().get(0);
  }

  @Test
  void keys_and_values_know_exactly_where_they_stand() {
    ObjectNode root =
        root("{ \"a\" : [1, {\"b\":true}],\r\n\t\"c\\\"d\": \"x\\ny\",\"e\":null }")
            .asObject()
            .orElseThrow();

    assertThat(root.members())
        .extracting(m -> m.key().origin().written())
        .containsExactly("\"a\"", "\"c\\\"d\"", "\"e\"");
    assertThat(root.members())
        .extracting(m -> m.value().origin().written())
        .containsExactly("[1, {\"b\":true}]", "\"x\\ny\"", "null");
    assertThat(root.origin().written()).isEqualTo(root.origin().file().text());
    assertThat(root.members().get(1).key().origin().start().line()).isEqualTo(2);
    assertThat(root.members().get(1).key().origin().start().column()).isEqualTo(2);
  }

  @Test
  void scalars_keep_the_text_that_was_written() {
    assertThat(
            root("[1.50, -0, 1E+400, 123456789012345678901234567890, false, null]")
                .asArray()
                .orElseThrow()
                .items())
        .extracting(Object::toString)
        .containsExactly("1.50", "-0", "1E+400", "123456789012345678901234567890", "false", "null");
  }

  @Test
  void a_key_written_twice_is_kept_twice() {
    ObjectNode root = root("{\"a\": 1, \"b\": 2, \"a\": 3}").asObject().orElseThrow();

    assertThat(root.members()).hasSize(3);
    assertThat(root.duplicates()).extracting(Member::name).containsExactly("a");
  }

  @Test
  void every_decoded_character_points_at_its_spelling() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      StringBuilder written = new StringBuilder("[ \"");
      for (int n = random.nextInt(12); n > 0; n--) {
        char c = "aé\"\\/\b\f\n\r\t\u0001\uFFFC\uD83D\uDE00 z".charAt(random.nextInt(16));
        text.append(c);
        written.append(spell(c, random));
      }
      String document = written.append("\" ]").toString();
      ScalarNode scalar =
          root(document).asArray().orElseThrow().items().get(0).asScalar().orElseThrow();
      assertThat(scalar.text()).isEqualTo(text.toString());
      assertThat(scalar.characters().text()).isEqualTo(text.toString());
      for (int at = 0; at < text.length(); at++) {
        String spelling = scalar.characters().originOf(at, at + 1).written();
        assertThat(root("\"" + spelling + "\"")).hasToString(text.substring(at, at + 1));
      }
    }
  }

  private static String spell(char c, Random random) {
    int escape = "\"\\/\b\f\n\r\t".indexOf(c);
    if (escape >= 0 && random.nextBoolean()) {
      return "\\" + "\"\\/bfnrt".charAt(escape);
    }
    boolean must = c < ' ' || c == '"' || c == '\\';
    return must || random.nextInt(3) == 0 ? String.format("\\u%04x", (int) c) : "" + c;
  }

  @Test
  void a_document_inside_a_string_points_into_the_outer_file() {
    ScalarNode outer =
        root("[\"{\\\"a\\\":\\n \\\"x\\\\u0041\\\"}\"]")
            .asArray()
            .orElseThrow()
            .items()
            .get(0)
            .asScalar()
            .orElseThrow();
    Node inner = JsonReader.readEmbedded(outer.characters(), Limits.DEFAULT).root().orElseThrow();
    Member member = inner.asObject().orElseThrow().members().get(0);
    ScalarNode value = member.value().asScalar().orElseThrow();

    assertThat(inner.origin().written()).isEqualTo("{\\\"a\\\":\\n \\\"x\\\\u0041\\\"}");
    assertThat(member.key().origin().written()).isEqualTo("\\\"a\\\"");
    assertThat(value.origin().written()).isEqualTo("\\\"x\\\\u0041\\\"");
    assertThat(value.text()).isEqualTo("xA");
    assertThat(value.characters().originOf(1, 2).written()).isEqualTo("\\\\u0041");
  }

  @Test
  void holes_of_the_outer_text_are_holes_of_the_inner_text() {
    SourceFile file = SourceFile.of("t.yaml", "{\"a-${X}\":[\"b${X}\\n\",${X}, \"\uFFFC\"]}");
    Node inner = JsonReader.readEmbedded(withHoles(file), Limits.DEFAULT).root().orElseThrow();
    Member member = inner.asObject().orElseThrow().members().get(0);
    List<Node> items = member.value().asArray().orElseThrow().items();
    ScalarNode text = items.get(0).asScalar().orElseThrow();
    ScalarNode bare = items.get(1).asScalar().orElseThrow();

    assertThat(member.name()).isEqualTo("a-" + Characters.HOLE);
    assertThat(text.text()).isEqualTo("b" + Characters.HOLE + "\n");
    assertThat(text.characters().holeAt(1)).isPresent();
    assertThat(text.origin().written()).isEqualTo("\"b${X}\\n\"");
    assertThat(bare.text()).isEqualTo("" + Characters.HOLE);
    assertThat(bare.hasHoles()).isTrue();
    assertThat(bare.kind()).isEqualTo(ScalarNode.Kind.STRING);
    assertThat(items.get(2).asScalar().orElseThrow().hasHoles()).isFalse();
  }

  private static Characters withHoles(SourceFile file) {
    List<Characters> pieces = new ArrayList<>();
    String text = file.text();
    int from = 0;
    for (int at = text.indexOf("${X}"); at >= 0; at = text.indexOf("${X}", from)) {
      pieces.add(Characters.verbatim(file, from, text.substring(from, at)));
      pieces.add(Characters.hole(file.at(at, at + 4), new TextPart.Unknown("X", Optional.empty())));
      from = at + 4;
    }
    pieces.add(Characters.verbatim(file, from, text.substring(from)));
    return Characters.concat(file.whole(), pieces);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
      ^^                    | 1:1  | the document is empty
      ^ ^                   | 1:2  | the document is empty
      {"a": 1               | 1:8  | the document ends inside an object that starts on line 1
      {"a": [1,             | 1:10 | the document ends inside an array that starts on line 1
      {"a                   | 1:4  | the document ends inside a string that starts on line 1
      {"a\\                 | 1:5  | the document ends inside a string that starts on line 1
      {"a": "b~             | 1:7  | a string is not closed before the end of its line
      {"a": 1,}             | 1:8  | nothing follows this comma
      [1, ]                 | 1:3  | nothing follows this comma
      [1 2]                 | 1:4  | expected `,` or `]`, found `2`
      {"a": 1 "b": 2}       | 1:9  | expected `,` or `}`, found a string
      {"a" 1}               | 1:6  | expected `:` after the key, found `1`
      {"a": }               | 1:7  | expected a value, found `}`
      {a: 1}                | 1:2  | expected a key in double quotes or `}`, found `a`
      {'a': 1}              | 1:2  | JSON strings stand in double quotes, not in single quotes
      [True]                | 1:2  | expected a value or `]`, found `True`
      [01]                  | 1:2  | `01` is not a number of JSON
      [1.]                  | 1:2  | `1.` is not a number of JSON
      [1x]                  | 1:2  | `1x` is not a number of JSON
      [-]                   | 1:2  | `-` is not a number of JSON
      [NaN]                 | 1:2  | expected a value or `]`, found `NaN`
      ["\\q"]               | 1:3  | `\\q` is not an escape of JSON
      ["\\u12g4"]           | 1:3  | `\\u` is not followed by four hexadecimal digits
      [1}                   | 1:3  | `}` does not close the array that starts on line 1
      {"a": 1]              | 1:8  | `]` does not close the object that starts on line 1
      {} x                  | 1:4  | expected the end of the document, found `x`
      {} {}                 | 1:4  | expected the end of the document, found `{`
      // hi                 | 1:1  | JSON has no comments
      [\u00a0]              | 1:2  | expected a value or `]`, found the character U+00A0
      """)
  void a_syntax_error_is_named_in_plain_words_at_its_place(
      String text, String place, String message) {
    Problem problem = problem(text.replace('~', '\n').replace("\\u00a0", "\u00a0"));

    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.at()).hasToString("a.json:" + place);
  }

  @Test
  void a_cut_document_names_the_line_of_what_is_open() {
    assertThat(problem("{\n\n  \"a\": {\n  \"b\": 1\n").message())
        .isEqualTo("the document ends inside an object that starts on line 3");
  }

  @Test
  void every_prefix_of_a_document_is_a_problem_and_no_exception() {
    String document = "{\"a\": [1.5e3, true, null, \"x\\u0041\\n\", {}], \"b\": {\"c\": []}}";
    for (int i = 0; i < document.length(); i++) {
      assertThat(problem(document.substring(0, i)).message()).doesNotContain("not valid JSON");
    }
  }

  @Test
  void random_damage_is_explained_wherever_it_is() {
    String document = "{\"a\": [1.5e3, true, null, \"x\\u0041\\n\", {}], \"b\": {\"c\": []}}";
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder(document);
      for (int n = 0; n <= random.nextInt(3); n++) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, "{}[],:\"\\ 0-.ent\n\u0001".charAt(random.nextInt(17)));
      }
      assertThat(read(text.toString()).problems())
          .as(text.toString())
          .noneMatch(p -> p.message().contains("not valid JSON"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void hostile_nesting_is_a_problem_where_it_becomes_too_deep(String opening) {
    Problem problem = problem(opening.repeat(100_000));

    assertThat(problem.message()).isEqualTo("nested deeper than 200 levels");
    assertThat(problem.at().span().start()).isBetween(199, 1000);
  }

  @Test
  void nesting_up_to_the_bound_is_read() {
    assertThat(read("[".repeat(200) + "]".repeat(200)).problems()).isEmpty();
    assertThat(read("[".repeat(201) + "]".repeat(201)).problems()).hasSize(1);
  }

  @Test
  void more_values_than_the_bound_are_a_problem() {
    Tree tree = JsonReader.read(SourceFile.of("a", "[1,{\"a\":4}]"), new Limits(10, 3));

    assertThat(tree.problems())
        .extracting(Problem::message)
        .containsExactly("holds more than 3 keys and values");
    assertThat(tree.problems().get(0).at().written()).isEqualTo("{\"a\":4}");
  }

  @Test
  void an_error_in_a_sequence_is_named_where_it_is() {
    Tree tree = JsonReader.readSequence(SourceFile.of("a", "{}\n[1]\n{\"a\" 1}"), Limits.DEFAULT);

    assertThat(tree.problems())
        .extracting(Problem::message)
        .containsExactly("expected `:` after the key, found `1`");
    assertThat(tree.problems().get(0).at()).hasToString("a:3:6");
  }

  @Test
  void a_large_flat_file_is_read_whole() {
    String item = "{\"Sid\": \"a\\u0041\", \"Action\": [\"s3:Get*\"]}";
    int count = 5_000_000 / item.length();
    Node root = root("[" + (item + ",\n").repeat(count) + item + "]");

    List<Node> items = root.asArray().orElseThrow().items();
    assertThat(items).hasSize(count + 1);
    assertThat(items.get(count).origin().written()).isEqualTo(item);
    assertThat(items.get(count).origin().start().line()).isEqualTo(count + 1);
  }
}
