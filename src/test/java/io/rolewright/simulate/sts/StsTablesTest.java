package io.rolewright.simulate.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Uncertainty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What STS does, as tables: the Markdown files beside this class's resources. */
class StsTablesTest {

  private static final String NONE = "–";

  private final Sts sts = new Sts(Cast.WORLD, Assumptions.DEFAULT);

  private static Stream<DynamicTest> tests(String file, Consumer<Map<String, String>> test) {
    return MarkdownTable.rows(file).stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.values().stream().limit(4).collect(Collectors.joining(" | ")),
                    () -> test.accept(row)));
  }

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
    return tests("limits.md", this::limit);
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
    return tests("durations.md", this::duration);
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
      assertThat(session.durationReason()).isNotEmpty();
    } else {
      assertThat(outcome.faults()).hasSize(1);
      assertThat(outcome.faults().get(0).message()).contains(row.get("result"));
      assertThat(outcome.faults().get(0).rule()).isEqualTo(row.get("rule"));
    }
  }

  @TestFactory
  Stream<DynamicTest> callers_make_the_calls_that_are_theirs() {
    return tests("callers.md", this::callers);
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
  Stream<DynamicTest> credentials_cannot_call_everything() {
    return tests("restrictions.md", this::restrictions);
  }

  private void restrictions(Map<String, String> row) {
    String action = row.get("action");
    String resource = action.equals("sts:AssumeRole") ? Cast.role(3600).arn() : "*";
    ResourceRequest request =
        new ResourceRequest(
            Cast.AT,
            action,
            resource,
            Optional.of(Cast.ACCOUNT),
            action.equals("sts:AssumeRole") ? Optional.of(Cast.OPEN) : Optional.empty(),
            Context.EMPTY);
    row.forEach(
        (caller, expected) -> {
          if (expected.equals("yes") || expected.equals("no")) {
            Authorized answer = sts.authorize(Cast.caller(caller), request);
            assertThat(answer.decision().reason() == ReasonCode.CALL_INVALID)
                .as(caller)
                .isEqualTo(expected.equals("no"));
            assertThat(answer.decision().isAllowed()).as(caller).isEqualTo(expected.equals("yes"));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> calls_and_sessions_have_condition_keys() {
    Map<String, Context> columns = new HashMap<>();
    for (String caller : List.of("user", "role session", "service", "web identity", "SAML")) {
      columns.put(caller, keys(fullCall(caller), caller));
    }
    columns.put("later in the user's session", later("user"));
    columns.put("later in the web identity's session", later("web identity"));
    columns.put("later in the SAML session", later("SAML"));
    return tests("keys.md", row -> keys(row, columns));
  }

  private static void keys(Map<String, String> row, Map<String, Context> columns) {
    columns.forEach(
        (column, context) -> {
          List<String> values = context.get(row.get("key"));
          switch (row.get(column)) {
            case NONE -> assertThat(values).as(column).isEmpty();
            case "P" -> assertThat(values).as(column).isNotEmpty();
            default -> assertThat(values).as(column).containsExactly(row.get(column));
          }
        });
    assertThat(columns.get("user").isList("aws:TagKeys")).isTrue();
    assertThat(columns.get("user").isList("sts:TransitiveTagKeys")).isTrue();
    assertThat(columns.get("user").isList("aws:PrincipalOrgPaths")).isTrue();
  }

  /** A call with all that the caller can pass. */
  private static StsCall fullCall(String caller) {
    Operation operation =
        switch (caller) {
          case "web identity" -> Operation.ASSUME_ROLE_WITH_WEB_IDENTITY;
          case "SAML" -> Operation.ASSUME_ROLE_WITH_SAML;
          default -> Operation.ASSUME_ROLE;
        };
    StsCall call = Cast.with(Cast.call(operation), Parameter.ROLE_SESSION_NAME, "night");
    call = Cast.with(call, Parameter.SOURCE_IDENTITY, "dana");
    if (caller.equals("user") || caller.equals("role session")) {
      call = Cast.with(call, Parameter.EXTERNAL_ID, "ext-1");
    }
    return caller.equals("role session")
        ? call
        : Cast.tagged(Cast.with(call, Parameter.TRANSITIVE_TAG_KEYS, "team"), "team=web");
  }

  private Context keys(StsCall call, String caller) {
    Outcome outcome = sts.call(call, Cast.caller(caller), Optional.of(Cast.role(3600)));
    assertThat(outcome.faults()).isEmpty();
    return outcome.decisions().get(0).request().context();
  }

  private Context later(String caller) {
    Outcome outcome = sts.call(fullCall(caller), Cast.caller(caller), Optional.of(Cast.role(3600)));
    Credentials session = outcome.session().orElseThrow().credentials();
    ResourceRequest request =
        new ResourceRequest(
            Cast.AT, "s3:ListAllMyBuckets", "*", Optional.empty(), Optional.empty(), Context.EMPTY);
    return sts.authorize(session, request).request().context();
  }

  @TestFactory
  Stream<DynamicTest> chains_hand_on_transitive_tags_and_source_identity() {
    Map<String, List<Map<String, String>>> chains = new LinkedHashMap<>();
    MarkdownTable.rows("chains.md")
        .forEach(r -> chains.computeIfAbsent(r.get("chain"), c -> new ArrayList<>()).add(r));
    return chains.entrySet().stream()
        .map(chain -> DynamicTest.dynamicTest(chain.getKey(), () -> chain(chain.getValue())));
  }

  private static void chain(List<Map<String, String>> links) {
    Credentials credentials = Cast.caller("user");
    for (Map<String, String> link : links) {
      Assumptions assumptions =
          link.get("link").endsWith("U26-B")
              ? Assumptions.DEFAULT.with(Uncertainty.U26)
              : Assumptions.DEFAULT;
      Outcome outcome =
          new Sts(Cast.WORLD, assumptions)
              .call(linkCall(link), credentials, Optional.of(Cast.role(3600)));
      if (!link.get("fault").equals(NONE)) {
        assertThat(outcome.faults()).extracting(Fault::message).containsExactly(link.get("fault"));
        return;
      }
      credentials = outcome.session().orElseThrow().credentials();
      assertLink(link, outcome, credentials);
    }
  }

  private static StsCall linkCall(Map<String, String> link) {
    StsCall call = Cast.call(Operation.ASSUME_ROLE);
    if (!link.get("source identity").equals(NONE)) {
      call = Cast.with(call, Parameter.SOURCE_IDENTITY, link.get("source identity"));
    }
    if (!link.get("transitive").equals(NONE)) {
      call = Cast.with(call, Parameter.TRANSITIVE_TAG_KEYS, link.get("transitive").split(" "));
    }
    String tags = link.get("passes tags");
    return tags.equals(NONE) ? call : Cast.tagged(call, tags.split(" "));
  }

  private static void assertLink(
      Map<String, String> link, Outcome outcome, Credentials credentials) {
    String actions =
        outcome.decisions().stream()
            .map(d -> d.request().action().substring("sts:".length()))
            .collect(Collectors.joining(" "));
    assertThat(actions).isEqualTo(link.get("permissions asked for"));
    assertThat(shown(credentials.principalTags())).isEqualTo(link.get("tags of the session"));
    assertThat(shown(credentials.transitiveTags())).isEqualTo(link.get("inherited from here on"));
    assertThat(credentials.sourceIdentity().orElse(NONE))
        .isEqualTo(link.get("source identity of the session"));
  }

  private static String shown(Map<String, String> tags) {
    return tags.isEmpty()
        ? NONE
        : new TreeMap<>(tags)
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
  }

  @TestFactory
  Stream<DynamicTest> mfa_is_seen_where_it_is_documented() {
    return tests("mfa.md", StsTablesTest::mfa);
  }

  private static void mfa(Map<String, String> row) {
    Operation operation = operation(row.get("operation"));
    StsCall call = Cast.call(operation);
    if (row.get("code sent").equals("yes")) {
      call = Cast.with(call, Parameter.SERIAL_NUMBER, "arn:aws:iam::111111111111:mfa/dana");
      call = Cast.with(call, Parameter.TOKEN_CODE, "123456");
    }
    Credentials caller = Cast.caller(row.get("caller"));
    Assumptions observed = Assumptions.DEFAULT.with(Uncertainty.U22);
    Outcome documented = outcome(call, caller, Assumptions.DEFAULT);
    for (Authorized decision : documented.decisions()) {
      Context keys = decision.request().context();
      assertThat(shown(keys)).isEqualTo(row.get("in the call"));
    }
    assertThat(shown(session(documented).mfa())).isEqualTo(row.get("session, U22 A"));
    assertThat(shown(session(outcome(call, caller, observed)).mfa()))
        .isEqualTo(row.get("session, U22 B"));
  }

  private static Outcome outcome(StsCall call, Credentials caller, Assumptions assumptions) {
    return new Sts(Cast.WORLD, assumptions).call(call, caller, Cast.roleOf(call.operation(), 3600));
  }

  private static Credentials session(Outcome outcome) {
    return outcome.session().orElseThrow().credentials();
  }

  private static String shown(Context keys) {
    String present = String.join("", keys.get("aws:MultiFactorAuthPresent"));
    String age = String.join("", keys.get("aws:MultiFactorAuthAge"));
    return present.isEmpty() ? "absent" : age.isEmpty() ? present : present + "/" + age;
  }

  private static String shown(Mfa mfa) {
    String present = mfa.present().map(String::valueOf).orElse("absent");
    return mfa.ageSeconds().map(age -> present + "/" + age).orElse(present);
  }

  @TestFactory
  Stream<DynamicTest> root_sessions_keep_to_their_task() {
    return tests("root-tasks.md", this::rootTask);
  }

  private void rootTask(Map<String, String> row) {
    StsCall call =
        Cast.with(
            Cast.call(Operation.ASSUME_ROOT),
            Parameter.TASK_POLICY_ARN,
            "arn:aws:iam::aws:policy/root-task/" + row.get("task"));
    Outcome outcome = sts.call(call, Cast.caller("user"), Optional.empty());
    ResourceRequest request =
        new ResourceRequest(
            Cast.AT,
            row.get("action"),
            row.get("resource"),
            Optional.empty(),
            Optional.empty(),
            Context.EMPTY);
    Authorized answer = sts.authorize(session(outcome), request);
    assertThat(answer.decision().isAllowed()).isEqualTo(row.get("allowed").equals("yes"));
    assertThat(answer.request().context().get("aws:AssumedRoot")).containsExactly("true");
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
