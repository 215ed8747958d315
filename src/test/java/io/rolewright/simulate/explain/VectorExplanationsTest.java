package io.rolewright.simulate.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.cases.CaseTable;
import io.rolewright.analyze.cases.Ruling;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.sts.Authorized;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every decision of the vectors can be explained, and what is proposed for it helps. */
class VectorExplanationsTest {

  private static final Path VECTORS =
      Path.of("test/resources/io/rolewright/analyze/cases/vectors.json").toAbsolutePath();

  private final Explainer explainer = new Explainer(Assumptions.DEFAULT);

  @TestFactory
  Stream<DynamicTest> every_decision_is_explained_and_every_proposal_helps() {
    return new CaseTable(VECTORS.getParent(), Assumptions.DEFAULT, true)
        .run(List.of(VECTORS)).rulings().stream()
            .filter(ruling -> ruling.authorized().isPresent())
            .map(ruling -> DynamicTest.dynamicTest(ruling.asked().id(), () -> check(ruling)));
  }

  private void check(Ruling ruling) {
    Authorized authorized = ruling.authorized().orElseThrow();
    Explanation told = explainer.explain(authorized);
    assertThat(told.verdict()).isEqualTo(authorized.decision().verdict());
    assertThat(told.sentences()).hasSizeGreaterThan(1).allMatch(s -> s.endsWith("."));
    assertThat(told.refusedBy().isPresent()).isNotEqualTo(authorized.decision().isAllowed());
    told.remedy()
        .filter(remedy -> remedy.denials().isEmpty())
        .ifPresent(remedy -> Verified.assertMinimal(remedy.changes(), authorized));
  }
}
