package io.rolewright.simulate.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.sts.Authorized;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A table of decisions with what is said about each and what would let a refused one through:
 * {@code explanations.json}.
 */
class ExplainerTest {

  private final Explainer explainer = new Explainer(Assumptions.DEFAULT);

  @TestFactory
  Stream<DynamicTest> decisions_are_told_as_to_a_colleague() throws IOException {
    return rows(
        row -> {
          Explanation told = explainer.explain(Case.of(row));
          assertThat(told.text()).isEqualTo(row.get("says").asText());
        });
  }

  @TestFactory
  Stream<DynamicTest> the_smallest_change_is_named() throws IOException {
    return rows(
        row -> {
          Explanation told = explainer.explain(Case.of(row));
          assertThat(told.remedy().map(Remedy::words).orElse(""))
              .isEqualTo(row.get("fix").asText());
        });
  }

  @TestFactory
  Stream<DynamicTest> a_named_change_lets_the_request_through_and_nothing_less_does()
      throws IOException {
    return rows(
        row -> {
          Authorized authorized = Case.of(row);
          explainer
              .explain(authorized)
              .remedy()
              .filter(remedy -> remedy.denials().isEmpty())
              .ifPresent(remedy -> Verified.assertMinimal(remedy.changes(), authorized));
        });
  }

  /** What is asserted of a row. */
  private interface Check {
    void of(JsonNode row);
  }

  private static Stream<DynamicTest> rows(Check check) throws IOException {
    try (InputStream in = ExplainerTest.class.getResourceAsStream("explanations.json")) {
      List<DynamicTest> tests = new ArrayList<>();
      for (JsonNode row : new ObjectMapper().readTree(in)) {
        tests.add(DynamicTest.dynamicTest(row.get("title").asText(), () -> check.of(row)));
      }
      return tests.stream();
    }
  }
}
