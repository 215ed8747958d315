package io.rolewright.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.Tree;
import io.rolewright.source.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private static Tree read(String text) {
    return YamlReader.read(SourceFile.of("x.yaml", text), Limits.DEFAULT);
  }

  private static ObjectNode object(String text) {
    Tree tree = read(text);
    assertThat(tree.problems()).isEmpty();
    return tree.roots().get(0).asObject().orElseThrow();
  }

  private static ScalarNode scalar(String text, String key) {
    return object(text).get(key).flatMap(Node::asScalar).orElseThrow();
  }

  /** Each character that is no blank was written as itself, or as an escape. */
  private static void assertCharactersAreWhereTheyWere(ScalarNode scalar) {
    Characters characters = scalar.characters();
    assertThat(characters.text()).isEqualTo(scalar.text());
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.text().charAt(i);
      String written = characters.originOf(i, i + 1).written();
      if (c > ' ' && !written.startsWith("\\") && !written.equals("''")) {
        assertThat(written).as("character %d of `%s`", i, scalar.text()).isEqualTo("" + c);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k: plain text\n",
        "k: plain text\n  over two lines\nn: 1\n",
        "k: plain\n\n\n  after blank lines\n",
        "k: 'it''s quoted'\n",
        "k: 'folded\n  in quotes\n\n  twice'\n",
        "k: \"a \\\"quote\\\", a \\u0041 and \\x41 and \\U0001F600!\"\n",
        "k: \"joined \\\n   up\"\n",
        "k: \"folded\n  in double\n\n\n  quotes\"\n",
        "k: |\n  {\n    \"a\": 1\n  }\n",
        "k: |-\n  one\n\n   two\n  three\n",
        "k: |2\n    indented by hand\n   less\n",
        "k: >\n  folded\n  text\n\n  para\n    more indented\n  back\n",
        "k: !Sub |\n  arn:${AWS::Partition}\n  x\n",
        "k: !Sub 'arn:${x}'\n",
        "k: &a value\n",
        "k: |\r\n  one\r\n  two\r\n",
        "k: \"one\r\n  two\"\r\n",
        "k: \"\uD83D\uDE00 smile\"\n",
        "\uD83D\uDE00: x\nk: after a smile\n",
      })
  void every_character_knows_where_it_was_written(String yaml) {
    assertCharactersAreWhereTheyWere(scalar(yaml, "k"));
  }

  @Test
  void scalars_stay_the_text_that_was_written() {
    ObjectNode object =
        object("a: 012345678901\nb: 2012-10-17\nc: yes\nd: 1e3\ne: '2012-10-17'\nf: 0x1F\n");
    assertThat(object.members())
        .extracting(m -> m.value().asScalar().orElseThrow().text())
        .containsExactly("012345678901", "2012-10-17", "yes", "1e3", "2012-10-17", "0x1F");
  }

  @Test
  void a_key_written_twice_is_kept_twice() {
    assertThat(object("a: 1\na: 2\n").duplicates()).hasSize(1);
  }

  @Test
  void a_block_mapping_ends_with_its_last_value() {
    ObjectNode object = object("a:\n  b: 1\n  c: 2\n\n# comment\nd: 3\n");
    assertThat(object.get("a").orElseThrow().origin().written()).isEqualTo("b: 1\n  c: 2");
  }

  @Test
  void short_form_tags_are_kept() {
    Node node = object("a: !GetAtt Role.Arn\nb: !If [c, 1, 2]\n").get("a").orElseThrow();
    assertThat(node.tag()).contains("!GetAtt");
    assertThat(node.origin().written()).isEqualTo("!GetAtt Role.Arn");
  }

  @Test
  void merge_keys_add_what_is_not_there() {
    ObjectNode object = object("base: &b {x: 1, y: 2}\nk:\n  <<: *b\n  y: 3\n");
    ObjectNode merged = object.get("k").flatMap(Node::asObject).orElseThrow();
    assertThat(merged.members()).extracting(ObjectNode.Member::name).containsExactly("y", "x");
  }

  @Test
  void comments_are_told_with_their_place() {
    Tree tree = read("# top\na: 1 # behind\n");
    assertThat(tree.comments()).extracting(Tree.Comment::text).containsExactly("top", "behind");
    assertThat(tree.comments()).extracting(Tree.Comment::alone).containsExactly(true, false);
  }

  @Test
  void several_documents_are_several_roots() {
    assertThat(read("a: 1\n---\nb: 2\n").roots()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [1, 2\n",
        "a: 'x\n",
        "a:\n\t- b\n",
        "a: b: c\n",
        "a: *none\n",
        "a: &x [*x]\n",
        "a: \u0001\n",
        "? [a]\n: b\n",
        "%YAML 9\n",
        "a: !<\n",
        "{{ .Values.x }}\n"
      })
  void broken_yaml_is_a_problem_at_its_place(String yaml) {
    Tree tree = read(yaml);
    assertThat(tree.problems()).hasSize(1);
    assertThat(tree.problems().get(0).at().start().line()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void deep_nesting_is_a_problem_not_a_crash(String unit) {
    assertThat(read(unit.repeat(100_000)).problems()).hasSize(1);
  }

  @Test
  void what_aliases_unfold_to_is_bounded() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a"
              + i
              + ": &a"
              + i
              + " ["
              + String.join(", ", java.util.Collections.nCopies(10, alias))
              + "]\n");
    }
    assertThat(read(bomb.toString()).problems().get(0).message())
        .contains("values, aliases counted");
  }
}
