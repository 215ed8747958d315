package io.rolewright.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A table of requests with what one policy, or the policies of one holder, say to each: {@code
 * decisions.json}, a row per case, with the R rules it rests on.
 */
class DecisionsTest {

  private static final String ROLE_ACCOUNT = "111111111111";

  @TestFactory
  Stream<DynamicTest> policies_decide_as_the_semantics_say() throws IOException {
    try (InputStream in = DecisionsTest.class.getResourceAsStream("decisions.json")) {
      List<DynamicTest> tests = new ArrayList<>();
      for (JsonNode row : new ObjectMapper().readTree(in)) {
        String name = row.get("id").asText() + " " + row.get("title").asText();
        tests.add(
            DynamicTest.dynamicTest(
                name + " (" + row.get("spec").asText() + ")",
                () ->
                    assertThat(verdict(row))
                        .isEqualTo(Verdict.valueOf(row.get("expected").asText()))));
      }
      return tests.stream();
    }
  }

  /** Every action of the call must be allowed; the first that is not decides. */
  private static Verdict verdict(JsonNode row) {
    List<String> actions = new ArrayList<>(List.of(row.get("action").asText()));
    row.get("additionalActions").forEach(action -> actions.add(action.asText()));
    for (String action : actions) {
      Verdict verdict = verdict(row, action);
      if (verdict != Verdict.ALLOWED) {
        return verdict;
      }
    }
    return Verdict.ALLOWED;
  }

  private static Verdict verdict(JsonNode row, String action) {
    Caller caller = caller(row.get("principal"));
    Request request =
        new Request(caller, action, row.get("resource").asText(), context(row.get("context")));
    PolicyKind kind = PolicyKind.named(row.get("kind").asText()).orElseThrow();
    List<PolicyDocument> policies =
        StreamSupport.stream(row.get("policies").spliterator(), false)
            .map(policy -> policy(policy, kind))
            .toList();
    return kind == PolicyKind.TRUST
        ? TrustPolicies.decide(policies.get(0), request, ROLE_ACCOUNT).verdict()
        : permissions(policies, request);
  }

  private static Verdict permissions(List<PolicyDocument> policies, Request request) {
    StatementMatch match = new StatementMatch(request, ROLE_ACCOUNT);
    List<Statement> matching =
        policies.stream()
            .flatMap(policy -> policy.statements().stream())
            .filter(statement -> match.matchesPermission(statement).isYes())
            .toList();
    if (matching.stream().anyMatch(Statement::isDeny)) {
      return Verdict.EXPLICITLY_DENIED;
    }
    return matching.isEmpty() ? Verdict.IMPLICITLY_DENIED : Verdict.ALLOWED;
  }

  private static PolicyDocument policy(JsonNode policy, PolicyKind kind) {
    SourceFile file = SourceFile.of("policy.json", policy.toString());
    return new PolicyReader(Limits.DEFAULT)
        .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), kind);
  }

  private static Context context(JsonNode keys) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    keys.fields()
        .forEachRemaining(
            key -> {
              List<String> list = new ArrayList<>();
              if (key.getValue().isArray()) {
                key.getValue().forEach(value -> list.add(value.asText()));
              } else {
                list.add(key.getValue().asText());
              }
              values.put(key.getKey(), list);
            });
    return Context.of(values);
  }

  private static Caller caller(JsonNode principal) {
    Caller.Kind kind =
        Stream.of(Caller.Kind.values())
            .filter(k -> k.shown().equals(principal.get("type").asText()))
            .findFirst()
            .orElseThrow();
    return new Caller(
        kind,
        text(principal, "arn"),
        text(principal, "roleArn"),
        text(principal, "userArn"),
        text(principal, "account"),
        text(principal, "service").or(() -> text(principal, "provider")));
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
  }
}
