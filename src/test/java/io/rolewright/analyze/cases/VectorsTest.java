package io.rolewright.analyze.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Uncertainty;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorsTest {

  private static CasesRun run(Assumptions taken) {
    try {
      Path file = Path.of(VectorsTest.class.getResource("vectors.json").toURI());
      return new CaseTable(file.getParent(), taken, false).run(List.of(file.getFileName()));
    } catch (URISyntaxException unreachable) {
      throw new IllegalStateException(unreachable);
    }
  }

  static Stream<Uncertainty> uncertainItemsOfVectors() {
    return run(Assumptions.DEFAULT).rulings().stream()
        .flatMap(r -> r.asked().expectation().uncertain().stream())
        .distinct();
  }

  @Test
  void every_vector_comes_out_as_expected_and_for_the_expected_reason() {
    CasesRun run = run(Assumptions.DEFAULT);
    assertThat(run.problems()).isEmpty();
    assertThat(run.rulings()).hasSize(182);
    assertThat(run.rulings().stream().filter(r -> !isAsExpected(r)).map(VectorsTest::shown))
        .isEmpty();
  }

  @Test
  void a_vector_hangs_on_the_item_that_it_names() {
    for (Ruling ruling : run(Assumptions.DEFAULT).rulings()) {
      ruling
          .asked()
          .expectation()
          .uncertain()
          .ifPresent(item -> assertThat(ruling.hangsOn()).as(ruling.asked().id()).contains(item));
    }
  }

  @ParameterizedTest
  @MethodSource("uncertainItemsOfVectors")
  void under_option_b_the_vectors_of_an_item_have_their_other_answer(Uncertainty item) {
    CasesRun run = run(Assumptions.DEFAULT.with(item));
    List<Ruling> ofItem =
        run.rulings().stream()
            .filter(r -> r.asked().expectation().uncertain().filter(item::equals).isPresent())
            .toList();
    assertThat(ofItem)
        .isNotEmpty()
        .allMatch(r -> r.expected().equals(r.asked().expectation().alternative()));
    assertThat(ofItem.stream().filter(r -> !r.agrees().orElse(false)).map(VectorsTest::shown))
        .isEmpty();
  }

  @Test
  void the_example_of_the_documentation_comes_out_as_it_says(@TempDir Path directory)
      throws IOException {
    String page = Files.readString(Path.of("../docs/cases.md"));
    String example = page.substring(page.indexOf("```yaml") + 8, page.indexOf("```\n\n```\n$"));
    Path file = Files.writeString(directory.resolve("cases.yaml"), example);
    CasesRun run = new CaseTable(directory, Assumptions.DEFAULT, false).run(List.of(file));
    assertThat(run.problems()).isEmpty();
    assertThat(run.rulings()).allMatch(VectorsTest::isAsExpected).hasSize(1);
  }

  private static boolean isAsExpected(Ruling ruling) {
    return ruling.agrees().orElse(false)
        && ruling.expectedReason().filter(code -> code == ruling.reason()).isPresent();
  }

  private static String shown(Ruling ruling) {
    return ruling.asked().id()
        + " "
        + ruling.answer().shown()
        + " "
        + ruling.reason()
        + ": "
        + ruling.why();
  }
}
