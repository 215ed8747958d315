package io.rolewright.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The tables beside this class, a case per row. An answer such as {@code no, U12 yes} is that of
 * option A everywhere, and that of option B of the item; of every item that is not named, both
 * options must answer the same.
 */
class TablesTest {

  /** Policies read once for all options. */
  private static final Map<String, NamedPolicy> READ = new ConcurrentHashMap<>();

  private static final Set<Uncertainty> ALL = EnumSet.allOf(Uncertainty.class);

  private static final String RESOURCE = "arn:aws:s3:::bucket/key";

  private static final Map<String, String> MFA =
      Map.of(
          "absent",
          "{}",
          "false",
          "{\"aws:MultiFactorAuthPresent\": \"false\"}",
          "true",
          "{\"aws:MultiFactorAuthPresent\": \"true\", \"aws:MultiFactorAuthAge\": \"600\"}");

  private boolean everyItem = true;

  /** Tables of which a row is run under those uncertain items alone that it names. */
  static TablesTest underNamedItems() {
    TablesTest tables = new TablesTest();
    tables.everyItem = false;
    return tables;
  }

  @TestFactory
  Stream<DynamicTest> conditions() {
    return Stream.of("operators.md", "values.md", "variables.md")
        .flatMap(name -> MarkdownTables.rows(name).stream().map(row -> test(name, row)));
  }

  private DynamicTest test(String table, MarkdownTables.Row row) {
    String condition =
        row.cells().containsKey("Condition")
            ? row.get("Condition")
            : "{\""
                + row.get("Operator")
                + "\": {\"aws:PrincipalTag/t\": "
                + row.get("Values")
                + "}}";
    String context =
        row.cells().containsKey("Context")
            ? row.get("Context")
            : row.get("Request").equals("absent")
                ? "{}"
                : "{\"aws:PrincipalTag/t\": " + row.get("Request") + "}";
    return test(table, row, row.get("Answer"), a -> holds(condition, context, row.section(), a));
  }

  /** The verdict on all columns of one condition: absent, false, true and so on. */
  @TestFactory
  Stream<DynamicTest> matrices_of_conditions() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : List.of("sets.md", "mfa.md")) {
      for (MarkdownTables.Row row : MarkdownTables.rows(name)) {
        row.cells().keySet().stream()
            .skip(1)
            .forEach(
                column -> {
                  boolean sets = name.equals("sets.md");
                  String condition =
                      sets
                          ? "{\"" + column + "\": {\"aws:TagKeys\": [\"A*\", \"B\"]}}"
                          : row.get("Condition");
                  String given = sets ? row.get("Request") : MFA.get(column);
                  tests.add(test(name, row, row.get(column), a -> holds(condition, given, "", a)));
                });
      }
    }
    return tests.stream();
  }

  private static String holds(
      String condition, String context, String version, Assumptions assumptions) {
    String text =
        "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": "
            + condition
            + "}";
    PoliciesInForce policies = PoliciesInForce.NONE.withIdentity(List.of(policy(text, version)));
    Request request =
        new Request(Caller.user("111111111111", "dana"), "s3:Get", RESOURCE, context(context));
    return yesOrNo(Authorization.of(policies, assumptions), request);
  }

  private static String yesOrNo(Authorization authorization, Request request) {
    Decision decision = authorization.decide(request);
    assertThat(authorization.explain(request).reason()).isEqualTo(decision.reason());
    return decision.isAllowed() ? "yes" : "no";
  }

  @TestFactory
  Stream<DynamicTest> actions_and_resources() {
    return Stream.of("actions.md", "resources.md")
        .flatMap(
            name ->
                MarkdownTables.rows(name).stream()
                    .map(row -> test(name, row, row.get("Answer"), a -> covers(row, a))));
  }

  private static String covers(MarkdownTables.Row row, Assumptions assumptions) {
    boolean action = row.cells().containsKey("Action");
    String pattern = "\"" + row.get("Element") + "\": " + row.get("Patterns");
    String rest = action ? "\"Resource\": \"*\"" : "\"Action\": \"*\"";
    String text = "{\"Effect\": \"Allow\", " + pattern + ", " + rest + "}";
    PoliciesInForce policies =
        PoliciesInForce.NONE
            .withIdentity(List.of(policy(text, row.section())))
            .withResourceAccount(Optional.of("111111111111"));
    Request request =
        new Request(
            Caller.user("111111111111", "dana"),
            action ? row.get("Action") : "s3:Get",
            action ? RESOURCE : row.get("Resource"),
            context(row.cells().containsKey("Context") ? row.get("Context") : "{}"));
    return yesOrNo(Authorization.of(policies, assumptions), request);
  }

  /** Forms of principals by callers. */
  @TestFactory
  Stream<DynamicTest> principals() {
    List<DynamicTest> tests = new ArrayList<>();
    for (MarkdownTables.Row row : MarkdownTables.rows("principals.md")) {
      row.cells().keySet().stream()
          .skip(1)
          .forEach(
              caller ->
                  tests.add(
                      test("principals.md", row, row.get(caller), a -> names(row, caller, a))));
    }
    return tests.stream();
  }

  private static String names(MarkdownTables.Row row, String caller, Assumptions assumptions) {
    boolean trust = row.section().contains("trust");
    boolean deny = row.section().startsWith("Deny");
    boolean bounded = row.section().endsWith("boundary");
    String text =
        "{\"Effect\": \""
            + (deny ? "Deny" : "Allow")
            + "\", \"Action\": \"*\", \"Resource\": \"*\", "
            + row.get("Element")
            + "}";
    PoliciesInForce policies =
        PoliciesInForce.NONE
            .withResource(Optional.of(policy(text, "")))
            .withBoundary(bounded ? Optional.of(Policies.ALLOW) : Optional.empty())
            .withMandatory(trust);
    Request request =
        new Request(
            Policies.caller(caller),
            trust ? "sts:TagSession" : "sqs:SendMessage",
            trust
                ? "arn:aws:iam::111111111111:role/Target"
                : "arn:aws:sqs:eu-west-1:111111111111:q",
            Context.EMPTY);
    Trace trace = Authorization.of(policies, assumptions).explain(request).trace().orElseThrow();
    Trace.LayerTrace layer = trace.of(Layer.RESOURCE);
    boolean named = (deny ? layer.denies() : layer.allows()).isYes();
    // a trust policy alone is asked without regard to partitions
    boolean partitions = caller.startsWith("chinese") || row.get("Element").contains("aws-cn");
    if (trust && !partitions && assumptions.equals(Assumptions.DEFAULT)) {
      NamedPolicy policy = policies.resource().orElseThrow();
      Verdict other = deny ? Verdict.EXPLICITLY_DENIED : Verdict.ALLOWED;
      assertThat(TrustPolicies.decide(policy.document(), request, "111111111111").verdict())
          .isEqualTo(named ? other : Verdict.IMPLICITLY_DENIED);
    }
    return named ? "yes" : "no";
  }

  @TestFactory
  Stream<DynamicTest> decisions() {
    return Stream.of("same-account.md", "cross-account.md", "organisations.md", "trust.md")
        .flatMap(
            name ->
                MarkdownTables.rows(name).stream()
                    .map(
                        row ->
                            test(
                                name,
                                row,
                                row.get("Answer"),
                                a -> Policies.reason(row, a).name())));
  }

  private DynamicTest test(
      String table, MarkdownTables.Row row, String answer, Function<Assumptions, String> decide) {
    return DynamicTest.dynamicTest(
        table + " " + row,
        () -> {
          String[] answers = answer.split(", ");
          Map<Uncertainty, String> optionB = new EnumMap<>(Uncertainty.class);
          for (int i = 1; i < answers.length; i++) {
            String[] item = answers[i].split(" ");
            optionB.put(Uncertainty.valueOf(item[0]), item[1]);
          }
          assertThat(decide.apply(Assumptions.DEFAULT)).isEqualTo(answers[0]);
          for (Uncertainty item : everyItem ? ALL : optionB.keySet()) {
            assertThat(decide.apply(Assumptions.DEFAULT.with(item)))
                .as("option B of %s", item)
                .isEqualTo(optionB.getOrDefault(item, answers[0]));
          }
        });
  }

  static NamedPolicy policy(String statement, String section) {
    String version = section.contains("2008") ? "2008-10-17" : "2012-10-17";
    String text = "{\"Version\": \"" + version + "\", \"Statement\": [" + statement + "]}";
    return READ.computeIfAbsent(text, TablesTest::read);
  }

  private static NamedPolicy read(String text) {
    SourceFile file = SourceFile.of("policy.json", text);
    return new NamedPolicy(
        "policy",
        new PolicyReader(Limits.DEFAULT)
            .read(
                OpenPieces.in(JsonReader.read(file, Limits.DEFAULT).roots().get(0)),
                PolicyKind.RESOURCE));
  }

  static Context context(String json) {
    try {
      Context context = Context.EMPTY;
      JsonNode keys = new ObjectMapper().readTree(json);
      for (String key : (Iterable<String>) keys::fieldNames) {
        JsonNode value = keys.get(key);
        List<String> list = new ArrayList<>();
        value.forEach(item -> list.add(item.asText()));
        context = value.isArray() ? context.withList(key, list) : context.with(key, value.asText());
      }
      return context;
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(json, notJson);
    }
  }
}
