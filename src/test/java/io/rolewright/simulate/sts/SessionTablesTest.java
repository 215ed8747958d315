package io.rolewright.simulate.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Uncertainty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What calls and sessions carry, as tables: the Markdown files of these names. */
class SessionTablesTest {

  private static final String NONE = "–";

  private final Sts sts = new Sts(Cast.WORLD, Assumptions.DEFAULT);

  private static Operation operation(String name) {
    return Operation.named(name).orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> credentials_cannot_call_everything() {
    return MarkdownTable.tests("restrictions.md", this::restrictions);
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
    return MarkdownTable.tests("keys.md", row -> keys(row, columns));
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
    return MarkdownTable.tests("mfa.md", SessionTablesTest::mfa);
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
}
