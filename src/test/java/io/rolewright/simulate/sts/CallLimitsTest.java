package io.rolewright.simulate.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which calls AWS takes, as tables: the Markdown files of these names. */
class CallLimitsTest {

  private static final String NONE = "–";

  private final Sts sts = new Sts(Cast.WORLD, Assumptions.DEFAULT);

  private static Operation operation(String name) {
    return Operation.named(name).orElseThrow();
  }

  /** Who may make a call at all. */
  private static String usualCaller(Operation operation) {
    return switch (operation) {
      case ASSUME_ROLE_WITH_SAML -> "SAML";
      case ASSUME_ROLE_WITH_WEB_IDENTITY -> "web identity";
      default -> "user";
    };
  }

  @TestFactory
  Stream<DynamicTest> parameters_have_limits() {
    return MarkdownTable.tests("limits.md", this::limit);
  }

  private void limit(Map<String, String> row) {
    Operation operation = operation(row.get("operation"));
    Parameter parameter = Parameter.named(row.get("parameter")).orElseThrow();
    StsCall call = Cast.with(Cast.call(operation), parameter, written(row.get("value")));
    if (operation.assumesRole() && parameter != Parameter.ROLE_ARN) {
      call = Cast.with(call, Parameter.ROLE_ARN, Cast.role(3600).arn());
    }
    List<Fault> faults =
        sts.faults(call, Cast.caller(usualCaller(operation)), Optional.of(3600)).stream()
            .filter(f -> !f.message().contains("go together") || row.get("fault").contains("alone"))
            .toList();
    if (row.get("fault").equals(NONE)) {
      assertThat(faults).isEmpty();
    } else {
      assertThat(faults).hasSize(1);
      assertThat(faults.get(0).message()).contains(row.get("fault"));
      assertThat(faults.get(0).fix()).startsWith(row.get("fix"));
    }
  }

  /** {@code ab×3} is {@code abbb}. */
  private static String written(String value) {
    int at = value.indexOf('×');
    if (at < 0) {
      return value;
    }
    int length = Integer.parseInt(value.substring(at + 1));
    return value.substring(0, at - 1) + value.substring(at - 1, at).repeat(length);
  }

  @TestFactory
  Stream<DynamicTest> sessions_last_as_long_as_asked_within_limits() {
    return MarkdownTable.tests("durations.md", this::duration);
  }

  private void duration(Map<String, String> row) {
    Operation operation = operation(row.get("operation"));
    StsCall call = Cast.call(operation);
    if (!row.get("asked").equals(NONE)) {
      call = Cast.with(call, Parameter.DURATION_SECONDS, row.get("asked"));
    }
    String most = row.get("role's maximum");
    Outcome outcome =
        sts.call(
            call,
            Cast.caller(row.get("caller")),
            Cast.roleOf(operation, most.equals(NONE) ? 0 : Integer.parseInt(most)));
    if (outcome.faults().isEmpty()) {
      Session session = outcome.session().orElseThrow();
      assertThat(session.durationSeconds()).asString().isEqualTo(row.get("result"));
      assertThat(session.expires()).isEqualTo(Cast.NOW.plusSeconds(session.durationSeconds()));
      assertThat(session.durationReason()).contains(row.get("why"));
    } else {
      assertThat(outcome.faults()).hasSize(1);
      assertThat(outcome.faults().get(0).message()).contains(row.get("result"));
      assertThat(outcome.faults().get(0).rule()).isEqualTo(row.get("rule"));
    }
  }

  @TestFactory
  Stream<DynamicTest> callers_make_the_calls_that_are_theirs() {
    return MarkdownTable.tests("callers.md", this::callers);
  }

  private void callers(Map<String, String> row) {
    for (Operation operation : Operation.values()) {
      List<Fault> faults =
          sts.faults(Cast.call(operation), Cast.caller(row.get("caller")), Optional.of(3600));
      String expected = row.get(operation.shown());
      assertThat(faults.stream().map(Fault::rule).toList())
          .as(operation.shown())
          .isEqualTo(expected.equals("yes") ? List.of() : List.of(expected));
    }
  }

  @TestFactory
  Stream<DynamicTest> every_parameter_but_the_duration_has_a_row_of_limits() {
    List<String> listed =
        MarkdownTable.rows("limits.md").stream().map(row -> row.get("parameter")).toList();
    return Arrays.stream(Parameter.values())
        .filter(p -> p != Parameter.DURATION_SECONDS)
        .map(p -> DynamicTest.dynamicTest(p.shown(), () -> assertThat(listed).contains(p.shown())));
  }
}
