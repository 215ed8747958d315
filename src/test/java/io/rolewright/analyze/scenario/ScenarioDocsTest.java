package io.rolewright.analyze.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioDocsTest {

  private static final String PAGE = ScenarioSchema.text(Path.of("..", "docs", "scenarios.md"));
  private static final String FENCE = "```";

  @TempDir Path folder;

  static List<String> examples() {
    List<String> examples = new ArrayList<>();
    int start = PAGE.indexOf(FENCE + "yaml\n");
    while (start >= 0) {
      int from = start + FENCE.length() + "yaml\n".length();
      int end = PAGE.indexOf(FENCE, from);
      examples.add(PAGE.substring(from, end));
      start = PAGE.indexOf(FENCE + "yaml\n", end + FENCE.length());
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void every_example_of_the_page_is_sound(String example) {
    assertThat(Story.read(folder, example).sound().calls()).isNotEmpty();
  }

  @Test
  void the_page_has_two_complete_examples() {
    assertThat(examples()).hasSize(2);
  }

  @Test
  void the_page_tells_of_every_field() {
    List<String> fields = new ArrayList<>(Vocabulary.SCENARIO);
    fields.addAll(Vocabulary.ACCOUNT);
    fields.addAll(Vocabulary.CALLER);
    fields.addAll(Vocabulary.CALL);
    fields.addAll(Vocabulary.ROLE);
    fields.addAll(Vocabulary.QUESTION);
    fields.addAll(Vocabulary.TAG);
    fields.addAll(Vocabulary.TAG_CLAIM);
    assertThat(fields).allSatisfy(field -> assertThat(PAGE).contains("`" + field + "`"));
  }
}
