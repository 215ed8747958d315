package io.rolewright.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.ConditionOperator;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tables that say what a trace tells, and what is decided where pieces are not known. */
class TracesTest {

  private static final String OWNER = "111111111111";

  @TestFactory
  Stream<DynamicTest> steps() {
    return tests("steps.md", TracesTest::step);
  }

  @TestFactory
  Stream<DynamicTest> layers() {
    return tests("layers.md", TracesTest::layer);
  }

  @TestFactory
  Stream<DynamicTest> open_pieces() {
    return tests("open-pieces.md", TracesTest::decision);
  }

  @TestFactory
  Stream<DynamicTest> values_that_operators_can_read() {
    return tests(
        "readable.md",
        row -> {
          ConditionOperator operator = ConditionOperator.named(row.get("Operator")).orElseThrow();
          boolean readable = Operands.isReadable(operator.comparison(), row.get("Value"));
          return Map.of("Readable", readable ? "yes" : "no");
        });
  }

  private interface Answer {
    Map<String, String> of(MarkdownTables.Row row);
  }

  private static Stream<DynamicTest> tests(String table, Answer answer) {
    return MarkdownTables.rows(table).stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    table + " " + row,
                    () ->
                        answer
                            .of(row)
                            .forEach(
                                (column, said) ->
                                    assertThat(said).as(column).isEqualTo(row.get(column)))));
  }

  private static Map<String, String> step(MarkdownTables.Row row) {
    Trace.StatementTrace trace = statement(row);
    Step statement = trace.step();
    Step.Kind kind = Step.Kind.valueOf(row.section().split("s\\b")[0].toUpperCase(Locale.ROOT));
    Step step = statement.steps().stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
    if (row.get("Item").length() < 2) {
      alone(row, kind, trace.statement()).ifPresent(t -> assertThat(t).isEqualTo(step.matched()));
    }
    return Map.of(
        "Answer", shown(step.matched()),
        "Because", dash(step.cause().words()),
        "Text", step.text(),
        "Given", dash(String.join(" ", step.given())),
        "Parts", dash(step.steps().stream().map(TracesTest::part).collect(Collectors.joining())));
  }

  /** What is answered where the element is asked without the rest of the policy. */
  private static Optional<Truth> alone(
      MarkdownTables.Row row, Step.Kind kind, Statement statement) {
    Request request = request(row);
    String account = request.resource().split(":")[4];
    StatementMatch match = new StatementMatch(request, account.isEmpty() ? OWNER : account);
    boolean partitions = row.get("Element").contains("aws-cn");
    return switch (kind) {
      case CONDITION -> Optional.of(match.holds(statement.conditions().get(0)));
      case ACTION -> Optional.of(match.matchesAction(statement.action()));
      case RESOURCE ->
          Optional.of(match.matchesResource(statement).and(match.matchesPermission(statement)));
      default ->
          isTrust(row) && !partitions
              ? Optional.of(match.matchesTrust(statement))
              : Optional.empty();
    };
  }

  private static String part(Step part) {
    assertThat(part.kind()).isEqualTo(Step.Kind.VALUE);
    return part.text() + ": " + shown(part.matched()) + ", " + part.cause().words() + ". ";
  }

  private static String dash(String text) {
    return text.isBlank() ? "-" : text.strip();
  }

  private static String shown(Truth truth) {
    return truth.name().toLowerCase(Locale.ROOT);
  }

  private static Trace.StatementTrace statement(MarkdownTables.Row row) {
    NamedPolicy policy = TablesTest.policy(text(row), "");
    Request request = request(row);
    Assumptions assumptions =
        row.get("Item").length() < 2
            ? Assumptions.DEFAULT
            : Assumptions.DEFAULT.with(Uncertainty.valueOf(row.get("Item")));
    boolean endpoint = row.section().contains("endpoint");
    PoliciesInForce policies =
        PoliciesInForce.NONE
            .withMandatory(isTrust(row))
            .withBoundary(Optional.of(Policies.ALLOW).filter(p -> row.section().contains("bound")));
    Trace trace =
        Authorization.of(
                endpoint
                    ? policies.withVpcEndpoint(Optional.of(policy))
                    : policies.withResource(Optional.of(policy)),
                assumptions)
            .explain(request)
            .trace()
            .orElseThrow();
    return trace.of(endpoint ? Layer.VPCE : Layer.RESOURCE).policies().get(0).statements().get(0);
  }

  private static boolean isTrust(MarkdownTables.Row row) {
    return row.section().contains("trust");
  }

  private static String text(MarkdownTables.Row row) {
    String element = row.get("Element");
    StringBuilder text = new StringBuilder("{\"Effect\": \"");
    text.append(row.section().contains("Deny") ? "Deny\", " : "Allow\", ")
        .append(element.equals("-") ? "\"Sid\": \"s\"" : element);
    for (String other : List.of("Principal", "Action", "Resource")) {
      boolean given =
          element.startsWith("\"" + other)
              || element.startsWith("\"Not" + other)
              || element.equals("-") && row.section().startsWith(other);
      text.append(given ? "" : ", \"" + other + "\": \"*\"");
    }
    return text.append("}").toString();
  }

  private static Request request(MarkdownTables.Row row) {
    String context = row.get("Context");
    return new Request(
        Policies.caller(row.get("Caller").isEmpty() ? "user" : row.get("Caller")),
        row.get("Action").isEmpty() ? "sts:TagSession" : row.get("Action"),
        row.get("Resource").isEmpty() ? "arn:aws:iam::" + OWNER + ":role/T" : row.get("Resource"),
        TablesTest.context(context.isEmpty() ? "{}" : context));
  }

  private static Map<String, String> layer(MarkdownTables.Row row) {
    Trace trace =
        Authorization.of(Policies.inForce(row), Assumptions.DEFAULT)
            .explain(Policies.request(row))
            .trace()
            .orElseThrow();
    Trace.LayerTrace layer = trace.of(Layer.valueOf(row.get("Layer")));
    return Map.of(
        "Says", says(layer),
        "Note", dash(layer.note()),
        "Statements",
            dash(
                layer.policies().stream()
                    .flatMap(p -> p.statements().stream().map(s -> p.level() + " " + told(s)))
                    .collect(Collectors.joining("; "))));
  }

  private static String told(Trace.StatementTrace trace) {
    assertThat(trace.step().kind()).isEqualTo(Step.Kind.STATEMENT);
    assertThat(trace.step().at()).isEqualTo(trace.statement().origin());
    return trace.step().text().replace("statement ", "").replace("`", "")
        + " "
        + shown(trace.step().matched());
  }

  private static String says(Trace.LayerTrace layer) {
    if (!layer.applies()) {
      return "does not apply";
    }
    return layer.present()
        ? "allows " + shown(layer.allows()) + ", denies " + shown(layer.denies())
        : "absent";
  }

  private static Map<String, String> decision(MarkdownTables.Row row) {
    PoliciesInForce policies = Policies.inForce(row);
    Request request = Policies.request(row);
    Authorization authorization = Authorization.of(policies, Assumptions.DEFAULT);
    Decision decision = authorization.decide(request);
    assertThat(authorization.explain(request))
        .usingRecursiveComparison()
        .ignoringFields("trace")
        .isEqualTo(decision);
    Map<String, String> said = new LinkedHashMap<>(told(decision, policies, request));
    if (!row.get("Trust alone").isEmpty()) {
      PolicyDocument trust = policies.resource().orElseThrow().document();
      said.put("Trust alone", either(TrustPolicies.decide(trust, request, OWNER)));
    }
    return said;
  }

  private static String either(Decision decision) {
    return decision.reason()
        + decision.otherwise().map(other -> " or " + other).orElse("")
        + " "
        + dash(sids(decision.deciding()));
  }

  private static Map<String, String> told(
      Decision decision, PoliciesInForce policies, Request request) {
    return Map.of(
        "Answer", decision.reason().name(),
        "Verdict", decision.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        "Otherwise", decision.certain() ? "-" : decision.otherwise().orElseThrow().name(),
        "Deciding", dash(sids(decision.deciding())),
        "Hangs on",
            dash(
                Authorization.hangsOn(policies, Assumptions.DEFAULT, request).stream()
                    .map(Uncertainty::name)
                    .collect(Collectors.joining(" "))));
  }

  private static String sids(List<Statement> statements) {
    return statements.stream()
        .map(s -> s.sid().orElseThrow().shown())
        .collect(Collectors.joining(", "));
  }
}
