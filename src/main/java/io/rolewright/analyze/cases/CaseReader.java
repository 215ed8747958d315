package io.rolewright.analyze.cases;

import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.source.Closest;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one case. Each mistake is a problem at its place; a case with a mistake is not asked. */
final class CaseReader {

  private static final List<String> KINDS = List.of("authorize", "assume", "call", "policy");

  private static final Set<String> NAMES =
      Set.of(
          "id",
          "title",
          "kind",
          "source",
          "spec",
          "confidence",
          "uncertain",
          "alternativeExpected",
          "principal",
          "action",
          "additionalActions",
          "resource",
          "resourceAccount",
          "context",
          "identityPolicies",
          "resourcePolicy",
          "trustPolicy",
          "sessionPolicies",
          "boundary",
          "scps",
          "rcps",
          "vpcEndpointPolicy",
          "resourceInManagementAccount",
          "policyType",
          "policyText",
          "call",
          "expected",
          "reasonCode",
          "reason");

  private final Fields fields;
  private final Documents documents;

  private CaseReader(Fields fields, Documents documents) {
    this.fields = fields;
    this.documents = documents;
  }

  /** The case; nothing where some mistake of it is an error. */
  static Optional<Case> read(ObjectNode object, Limits limits, List<Problem> problems) {
    List<Problem> own = new ArrayList<>();
    Documents documents = new Documents(limits, false);
    Fields fields = new Fields(object, "the case", own);
    fields.only(NAMES);
    Optional<String> id = fields.needed("id");
    Optional<String> title = fields.text("title");
    Expectation expectation = ExpectationFields.read(fields);
    Optional<Question> question = new CaseReader(fields, documents).question();
    problems.addAll(own);
    boolean sound = own.stream().noneMatch(p -> p.severity() == Problem.Severity.ERROR);
    if (!sound || id.isEmpty() || question.isEmpty()) {
      return Optional.empty();
    }
    Optional<Question> lenient =
        documents.haveDuplicates() ? lenient(object, limits) : Optional.empty();
    return Optional.of(
        new Case(object.origin(), id.get(), title, expectation, question.get(), lenient));
  }

  private static Optional<Question> lenient(ObjectNode object, Limits limits) {
    Fields fields = new Fields(object, "the case", new ArrayList<>());
    return new CaseReader(fields, new Documents(limits, true)).question();
  }

  private Optional<Question> question() {
    Optional<String> kind = fields.needed("kind");
    return switch (kind.orElse("")) {
      case "authorize" -> requests(false);
      case "assume" -> requests(true);
      case "policy" -> document();
      case "call" -> call();
      default -> {
        kind.ifPresent(this::unknownKind);
        yield Optional.empty();
      }
    };
  }

  private void unknownKind(String kind) {
    String hint = Closest.hint(kind, KINDS);
    fields.error(
        "`"
            + kind
            + "` is no kind of case"
            + (hint.isEmpty() ? "; the kinds are " + String.join(", ", KINDS) : hint),
        fields.at("kind"));
  }

  private Optional<Question> requests(boolean assumes) {
    Optional<Fields> principal = principal();
    Optional<Caller> caller = principal.flatMap(PrincipalFields::read);
    Optional<String> action = fields.needed("action");
    action.ifPresent(a -> checkAction(a, fields.node("action").orElseThrow()));
    Optional<String> resource = resource(assumes);
    List<String> more = additionalActions(assumes);
    Context context =
        fields.object("context", "the context").map(ContextFields::read).orElse(Context.EMPTY);
    PoliciesInForce policies =
        new PolicyFields(fields, principal, documents, assumes)
            .read(resource.orElse("*"), caller.flatMap(Caller::account));
    if (caller.isEmpty() || action.isEmpty() || resource.isEmpty()) {
      return Optional.empty();
    }
    List<Request> requests = new ArrayList<>();
    requests.add(new Request(caller.get(), action.get(), resource.get(), context));
    more.forEach(a -> requests.add(new Request(caller.get(), a, resource.get(), context)));
    return Optional.of(new Question.Requests(policies, documents.all(), requests));
  }

  private Optional<Fields> principal() {
    if (!fields.has("principal")) {
      fields.error("the case needs `principal`", fields.origin());
    }
    return fields.object("principal", "the principal");
  }

  private Optional<String> resource(boolean assumes) {
    Optional<String> resource = fields.needed("resource");
    resource
        .flatMap(Arns::resourceFault)
        .ifPresent(why -> fields.error("`" + resource.get() + "` " + why, fields.at("resource")));
    boolean role = resource.map(Arns::resource).filter(r -> r.startsWith("role/")).isPresent();
    boolean legal = resource.filter(r -> Arns.resourceFault(r).isEmpty()).isPresent();
    if (assumes && legal && !role) {
      fields.error(
          "`" + resource.get() + "` is no role; a case of kind `assume` needs the role's ARN",
          fields.at("resource"));
    }
    return resource;
  }

  private void checkAction(String action, Node at) {
    int colon = action.indexOf(':');
    boolean legal =
        colon > 0
            && colon < action.length() - 1
            && action.chars().noneMatch(c -> c == '*' || c == '?' || c <= ' ');
    if (!legal) {
      fields.error(
          "`" + action + "` is no action; write `service:Name`, such as `sts:AssumeRole`",
          at.origin());
    }
  }

  private List<String> additionalActions(boolean assumes) {
    List<String> actions = new ArrayList<>();
    for (Node node : fields.list("additionalActions").orElse(List.of())) {
      Optional<ScalarNode> scalar = node.asValue();
      if (scalar.isPresent()) {
        checkAction(scalar.get().text(), node);
        actions.add(scalar.get().text());
      } else {
        fields.error("an action must be a string", node.origin());
      }
    }
    if (!assumes && !actions.isEmpty()) {
      fields.error(
          "`additionalActions` belongs to cases of kind `assume`", fields.at("additionalActions"));
    }
    return actions;
  }

  private Optional<Question> document() {
    Optional<String> type = fields.needed("policyType");
    Optional<PolicyKind> kind = type.flatMap(PolicyKind::named);
    if (type.isPresent() && kind.isEmpty()) {
      List<String> known = new ArrayList<>();
      for (PolicyKind each : PolicyKind.values()) {
        known.add(each.shown());
      }
      fields.error(
          "`" + type.get() + "` is no type of policy; the types are " + String.join(", ", known),
          fields.at("policyType"));
    }
    Optional<Node> text = fields.node("policyText");
    if (text.isEmpty()) {
      fields.error("the case needs `policyText`", fields.origin());
    }
    return kind.flatMap(k -> text.map(node -> new Question.Document(k, documents.read(node, k))));
  }

  private Optional<Question> call() {
    Optional<Caller> caller = principal().flatMap(PrincipalFields::read);
    Optional<Fields> call = fields.object("call", "the call");
    if (!fields.has("call")) {
      fields.error("the case needs `call`", fields.origin());
    }
    if (call.isEmpty()) {
      return Optional.empty();
    }
    CallFields reader = new CallFields(call.get(), documents);
    int most = reader.maxSessionDuration();
    return reader
        .operation(fields.text("action"))
        .flatMap(
            operation ->
                caller.map(
                    c ->
                        new Question.Call(
                            reader.call(operation), reader.credentials(c).toCredentials(), most)));
  }
}
