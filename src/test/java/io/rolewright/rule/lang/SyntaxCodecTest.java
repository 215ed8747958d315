package io.rolewright.rule.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SyntaxCodecTest {

  @Test
  void the_tree_of_a_rule_is_read_back_equal() {
    Syntax tree =
        BlockParser.parse(
            "for role r\nwhere \"~a…\\u005c\" in [r.name, \"\"]\nreport r \"the role `{r}`\"\n",
            120);
    assertThat(SyntaxCodec.read(SyntaxCodec.write(tree))).isEqualTo(tree);
  }

  @Property
  void any_tree_is_read_back_equal(
      @ForAll @Size(max = 6) List<String> texts,
      @ForAll @IntRange(max = 5_000_000) int start,
      @ForAll @IntRange(min = -400, max = 400) int by) {
    Syntax tree = new Syntax(Syntax.Tag.NONE, start, start + by, "", List.of());
    List<Syntax> parts = new ArrayList<>();
    for (String text : texts) {
      parts.add(tree);
      tree = new Syntax(Syntax.Tag.LIST, start - by, start, text, parts);
    }
    assertThat(SyntaxCodec.read(SyntaxCodec.write(tree))).isEqualTo(tree);
  }
}
