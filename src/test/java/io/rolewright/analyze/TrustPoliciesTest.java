package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolewright.model.PolicyKind;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Unsafe trust policies in spellings that people use, each with what must be found, and safe ones
 * of which nothing is said. The tables are for no rule in particular: they are judged by all.
 */
class TrustPoliciesTest {

  private static final String OWN = "111122223333";

  @TestFactory
  Stream<DynamicTest> unsafe_policies_are_caught() throws IOException {
    return table("unsafe.json", row -> assertThat(shown(row, OWN)).contains(text(row, "found")));
  }

  @TestFactory
  Stream<DynamicTest> nothing_is_said_of_safe_policies() throws IOException {
    return table("safe.json", row -> assertThat(shown(row, OWN)).isEmpty());
  }

  /** Then an account may be one's own or another, which XA001 says, and nothing else is said. */
  @TestFactory
  Stream<DynamicTest> nor_where_nobody_knows_the_own_account() throws IOException {
    return table(
        "safe.json", row -> assertThat(shown(row, "")).allMatch(f -> f.equals("XA001 medium")));
  }

  @FunctionalInterface
  private interface Check {
    void of(JsonNode row);
  }

  private static Stream<DynamicTest> table(String name, Check check) throws IOException {
    try (InputStream in = TrustPoliciesTest.class.getResourceAsStream("trust/" + name)) {
      JsonNode rows = JsonMapper.builder().build().readTree(in);
      assertThat(rows).hasSizeGreaterThan(100);
      return StreamSupport.stream(rows.spliterator(), false)
          .map(row -> DynamicTest.dynamicTest(text(row, "name"), () -> check.of(row)));
    }
  }

  private static String text(JsonNode row, String member) {
    return row.get(member).asText();
  }

  /** Rule and severity of each finding from medium on. */
  private static List<String> shown(JsonNode row, String account) {
    TextInput input =
        new TextInput(
            SourceFile.of("trust.json", row.get("policy").toPrettyString()),
            Optional.of(account).filter(a -> !a.isEmpty()),
            Optional.of(PolicyKind.TRUST));
    Analysis analysis =
        new Analyzer().analyze(List.of(input), Optional.empty(), Profile.RECOMMENDED);
    assertThat(analysis.problems()).isEmpty();
    return analysis.open().stream()
        .map(Result::finding)
        .filter(f -> f.severity().reaches(Severity.MEDIUM))
        .map(TrustPoliciesTest::shown)
        .toList();
  }

  private static String shown(Finding finding) {
    return finding.rule().id() + " " + finding.severity().shown();
  }
}
