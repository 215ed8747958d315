package io.rolewright.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.Tree;
import io.rolewright.source.SourceFile;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character of a YAML scalar must know where it was written, in every style. */
class SpellingTest {

  private static Optional<ScalarNode> scalar(String text) {
    Tree tree = YamlReader.read(SourceFile.of("a.yaml", text), Limits.DEFAULT);
    return tree.roots().stream()
        .findFirst()
        .flatMap(Node::asObject)
        .flatMap(root -> root.get("a"))
        .flatMap(Node::asScalar);
  }

  /** Checks each character against the law of its style; gives how many there were. */
  private static int check(String document) {
    Optional<ScalarNode> read = scalar(document);
    read.ifPresent(
        scalar -> {
          Characters characters = scalar.characters();
          assertThat(characters.text()).as(document).isEqualTo(scalar.text());
          int last = -1;
          for (int i = 0; i < characters.length(); i++) {
            String written = characters.originOf(i, i + 1).written();
            assertThat(written).as(document + " at " + i).matches(spells(scalar.text().charAt(i)));
            int start = characters.originOf(i, i + 1).span().start();
            assertThat(start).as(document + " at " + i).isGreaterThanOrEqualTo(last);
            last = start;
          }
        });
    return read.map(scalar -> scalar.text().length()).orElse(0);
  }

  private static String spells(char c) {
    String escaped = "(?s)\\\\(x..|u....|U........|[^xuU])";
    String plain = "(?s)" + Pattern.quote("" + c);
    return switch (c) {
      case ' ' -> " |[ \\t]*(\\r\\n|\\n|\\r)[ \\t]*|" + escaped;
      case '\n' -> "|\\r\\n|\\n|\\r|" + escaped;
      case '\'' -> "''?|\\\\'|" + escaped;
      default -> plain + "|" + escaped;
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\"", "", "|", ">", "|-", ">+", "|2", ">-2", "!Sub |", "&x !y >2-"})
  void every_character_points_at_its_spelling(String style) {
    Random random = new Random(11);
    int characters = 0;
    for (int i = 0; i < 600; i++) {
      boolean flow = style.isEmpty() || "'\"".contains(style);
      String end = new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)];
      String document = flow ? flow(random, style) : block(random, style);
      characters += check(document.replace("\n", end));
    }
    assertThat(characters).isGreaterThan(1000);
  }

  private static String flow(Random random, String quote) {
    StringBuilder text = new StringBuilder("b: c\na: " + quote);
    for (int n = random.nextInt(14); n > 0; n--) {
      text.append(
          switch (random.nextInt(9)) {
            case 0 -> "\n ";
            case 1 -> " ".repeat(random.nextInt(3));
            case 2 -> quote.equals("'") ? "''" : quote.equals("\"") ? "\\\n " : "'";
            case 3 -> quote.equals("\"") ? escape(random) : "\uD83D\uDE00";
            case 4 -> "\t";
            case 5 -> "{\\\"".contains(quote) ? "#" : "é";
            default -> "" + (char) ('a' + random.nextInt(26));
          });
    }
    return text + quote + (random.nextBoolean() ? "\nd: e" : " # f");
  }

  private static String escape(Random random) {
    String[] escapes = {
      "\\n",
      "\\t",
      "\\\"",
      "\\\\",
      "\\x41",
      "\\u0041",
      "\\U0001F600",
      "\\ ",
      "\\/",
      "\\N",
      "\\_",
      "\\0",
      "\\e",
      "\\L",
      "\\uD83D\\uDE00",
      "\\\t"
    };
    return escapes[random.nextInt(escapes.length)];
  }

  private static String block(Random random, String header) {
    StringBuilder text = new StringBuilder("b: c\na: " + header);
    text.append(random.nextInt(4) == 0 ? " # d" : "");
    int indent = header.contains("2") ? 2 : 1 + random.nextInt(4);
    for (int n = random.nextInt(7); n >= 0; n--) {
      text.append('\n');
      String line =
          new String[] {"", "", "x", "y z", " w", "\tv", " ", "# u", "\uD83D\uDE00 t "}
              [random.nextInt(9)];
      text.append(line.isEmpty() ? "" : " ".repeat(indent) + line);
    }
    return text + (random.nextBoolean() ? "\n" : "") + (random.nextBoolean() ? "\n\ne: f\n" : "");
  }

  @Test
  void a_block_under_a_list_in_a_mapping_is_aligned() {
    Tree tree =
        YamlReader.read(
            SourceFile.of("a.yaml", "k:\n- >\n  one\n  two\n\n  three\n   four\n- |1\n   x\n"),
            Limits.DEFAULT);
    var items = tree.roots().get(0).asObject().orElseThrow().get("k").orElseThrow().asArray();
    ScalarNode folded = items.orElseThrow().items().get(0).asScalar().orElseThrow();
    ScalarNode literal = items.orElseThrow().items().get(1).asScalar().orElseThrow();

    assertThat(folded.text()).isEqualTo("one two\nthree\n four\n");
    assertThat(folded.characters().originOf(8, 13).written()).isEqualTo("three");
    assertThat(folded.characters().originOf(3, 4).written()).isEqualTo("\n  ");
    assertThat(literal.characters().text()).isEqualTo(literal.text());
    assertThat(literal.characters().originOf(0, literal.text().length() - 1).written().strip())
        .isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: |\n  {\n    \"Sid\":\n    \"x\\ny\"}\n",
        "a: >\n  {\n  \"Sid\": \"x\\ny\"}\n",
        "a: '{\"Sid\":\n  \"x\\ny\"}'",
        "a: \"{\\\"Sid\\\": \\\"x\\\\ny\\\"}\"\n",
        "a: !Sub \"{\\\"Sid\\\"\\\n   : \\x22x\\\\ny\\\"}\"\n"
      })
  void json_in_any_style_points_at_its_own_elements(String document) {
    ScalarNode outer = scalar(document).orElseThrow();
    Node root = JsonReader.readEmbedded(outer.characters(), Limits.DEFAULT).root().orElseThrow();
    Member member = root.asObject().orElseThrow().members().get(0);
    ScalarNode value = member.value().asScalar().orElseThrow();

    assertThat(root.origin().written()).startsWith("{").endsWith("}");
    assertThat(member.key().origin().written()).isIn("\"Sid\"", "\\\"Sid\\\"");
    assertThat(value.text()).isEqualTo("x\ny");
    assertThat(value.characters().originOf(1, 2).written()).isIn("\\n", "\\\\n");
  }

  @Test
  void random_text_is_read_or_refused_in_plain_words_and_never_throws() {
    Random random = new Random(3);
    String alphabet = "ab:: -- [],{}\"'\\\n\n  &*!|>%@#?x012\t~<";
    for (int i = 0; i < 8_000; i++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "a: " : "");
      for (int n = random.nextInt(24); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Tree tree = YamlReader.read(SourceFile.of("a", text.toString()), Limits.DEFAULT);
      assertThat(tree.problems())
          .as(text.toString())
          .noneMatch(p -> p.message().contains("not valid"));
      check(text.toString());
    }
  }
}
