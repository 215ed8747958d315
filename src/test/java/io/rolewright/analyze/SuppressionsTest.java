package io.rolewright.analyze;

import static io.rolewright.analyze.RulesForTests.TP001;
import static io.rolewright.analyze.RulesForTests.XA001;
import static io.rolewright.analyze.RulesForTests.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rolewright.analyze.Result.By;
import io.rolewright.analyze.Result.Suppressed;
import io.rolewright.model.Suppression;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.rule.Finding;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 1, 31);
  private static final SourceFile FILE = SourceFile.of("demo/a.json", "0123456789");
  private static final Finding FINDING = finding(TP001, FILE.at(4, 6), "role open-door");

  private static Configuration configured(String entry, PathBase base) {
    String text = ("{'suppress': [{" + entry + "}]}").replace('\'', '"');
    ConfigurationReader.Loaded loaded =
        new ConfigurationReader(RulesForTests.ALL)
            .read(JsonReader.read(SourceFile.of("rolewright.yaml", text), Limits.DEFAULT), base);
    assertThat(loaded.problems()).isEmpty();
    return loaded.configuration();
  }

  private static Suppressions.Decided decide(
      Configuration configuration, List<Suppression> inSource, Finding... findings) {
    return new Suppressions(configuration, inSource, RulesForTests.ALL, TODAY)
        .decide(List.of(findings));
  }

  private static Suppression comment(int start, int end, String rule, Optional<LocalDate> expires) {
    return new Suppression(FILE.at(0, 1), FILE.at(start, end), Set.of(rule), "because", expires);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'rule': 'TP001', 'path': 'demo/**'|true",
        "'rule': 'public-trust', 'path': 'demo/'|true",
        "'rules': ['XA001', 'TP001'], 'resource': 'open-*'|true",
        "'rule': 'TP001', 'path': 'demo/', 'resource': 'role open-door'|true",
        "'rule': 'TP001', 'path': 'other/'|false",
        "'rule': 'TP001', 'resource': 'open'|false",
        "'rule': 'TP001', 'path': 'demo/', 'resource': 'shut-*'|false",
        "'rule': 'XA001', 'path': 'demo/'|false",
        "'rule': 'TP001', 'path': 'demo/', 'expires': '2027-01-31'|true",
        "'rule': 'TP001', 'path': 'demo/', 'expires': '2027-01-30'|false",
      })
  void a_configured_suppression_covers_what_it_says(String entry, boolean expected) {
    Suppressions.Decided decided =
        decide(configured(entry + ", 'reason': 'demo'", PathBase.AS_REPORTED), List.of(), FINDING);
    assertThat(decided.suppressed().get(0))
        .isEqualTo(
            expected ? Optional.of(new Suppressed(By.CONFIGURATION, "demo")) : Optional.empty());
  }

  @Test
  void paths_start_at_the_folder_of_the_configuration() {
    String entry = "'rule': 'TP001', 'path': 'infra/demo/*', 'reason': 'demo'";
    assertThat(
            decide(
                    configured(
                        entry, PathBase.of(Path.of("/w/rolewright.yaml"), Path.of("/w/infra"))),
                    List.of(),
                    FINDING)
                .suppressed()
                .get(0))
        .isPresent();
    assertThat(
            decide(configured(entry, PathBase.AS_REPORTED), List.of(), FINDING).suppressed().get(0))
        .isEmpty();
  }

  @Test
  void a_suppression_in_the_input_covers_its_scope_only() {
    Suppression suppression = comment(3, 6, "TP001", Optional.empty());
    Finding outside = finding(TP001, FILE.at(4, 7), "role x");
    Finding otherRule = finding(XA001, FILE.at(4, 5), "role x");
    Suppressions.Decided decided =
        decide(Configuration.EMPTY, List.of(suppression), FINDING, outside, otherRule);
    assertThat(decided.suppressed())
        .containsExactly(
            Optional.of(new Suppressed(By.IN_SOURCE, "because")),
            Optional.empty(),
            Optional.empty());
    assertThat(decided.problems()).isEmpty();
  }

  @Test
  void the_input_goes_before_the_configuration_and_both_count_as_used() {
    Suppressions.Decided decided =
        decide(
            configured("'rule': 'TP001', 'path': 'demo/', 'reason': 'demo'", PathBase.AS_REPORTED),
            List.of(comment(3, 6, "public-trust", Optional.empty())),
            FINDING);
    assertThat(decided.suppressed().get(0).orElseThrow().by()).isEqualTo(By.IN_SOURCE);
    assertThat(decided.problems()).isEmpty();
  }

  @Test
  void an_expired_suppression_is_a_warning_and_its_findings_are_back() {
    Suppressions.Decided decided =
        decide(
            Configuration.EMPTY,
            List.of(comment(3, 6, "TP001", Optional.of(TODAY.minusDays(1)))),
            FINDING);
    assertThat(decided.suppressed().get(0)).isEmpty();
    assertThat(decided.problems())
        .extracting(Problem::severity, Problem::message)
        .containsExactly(
            tuple(
                Problem.Severity.WARNING,
                "the suppression of TP001 expired on 2027-01-30; its findings are back"));
  }

  @Test
  void a_suppression_that_matches_nothing_is_a_note_at_its_place() {
    Suppressions.Decided decided =
        decide(
            configured("'rule': 'TP001', 'path': 'gone/', 'reason': 'demo'", PathBase.AS_REPORTED),
            List.of(),
            FINDING);
    assertThat(decided.problems()).hasSize(1);
    assertThat(decided.problems().get(0).severity()).isEqualTo(Problem.Severity.NOTE);
    assertThat(decided.problems().get(0).at().written()).startsWith("{\"rule\"");
  }

  @Test
  void a_suppression_in_the_input_of_an_unknown_rule_is_a_warning() {
    Suppressions.Decided decided =
        decide(Configuration.EMPTY, List.of(comment(3, 6, "TP01", Optional.empty())), FINDING);
    assertThat(decided.problems())
        .extracting(Problem::message)
        .containsExactly("there is no rule `TP01`; did you mean `TP001`");
  }
}
