package io.rolewright.simulate.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.sts.Authorized;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decision built from a row of the table. */
final class Case {

  private Case() {}

  static Authorized of(JsonNode row) {
    return of(row, Assumptions.DEFAULT);
  }

  static Authorized of(JsonNode row, Assumptions assumptions) {
    PoliciesInForce policies =
        PoliciesInForce.NONE
            .withIdentity(list(row.get("identity"), PolicyKind.IDENTITY))
            .withBoundary(one(row.get("boundary"), PolicyKind.BOUNDARY))
            .withSession(
                Optional.ofNullable(row.get("session")).map(s -> list(s, PolicyKind.SESSION)))
            .withResource(
                one(row.get("trust"), PolicyKind.TRUST)
                    .or(() -> one(row.get("resourcePolicy"), PolicyKind.RESOURCE)))
            .withMandatory(row.has("trust"))
            .withResourceAccount(
                Optional.ofNullable(row.get("resourceAccount")).map(JsonNode::asText))
            .withOrganisation(levels(row.get("scps"), PolicyKind.SCP), Optional.empty())
            .withVpcEndpoint(one(row.get("endpoint"), PolicyKind.RESOURCE));
    Request request =
        new Request(
            caller(row.get("caller").asText()),
            row.get("action").asText(),
            row.get("resource").asText(),
            context(row.get("context")));
    return new Authorized(
        request,
        policies,
        Authorization.of(policies, assumptions).explain(request),
        Authorization.hangsOn(policies, assumptions, request));
  }

  private static Caller caller(String said) {
    String[] words = said.split(" ");
    return switch (words[0]) {
      case "user" -> Caller.user(words[1], words[2]);
      case "session" -> Caller.roleSession(words[1], words[2], words[3]);
      case "service" -> Caller.service(words[1]);
      case "token" -> Caller.federated(Caller.Kind.WEB_IDENTITY, words[1]);
      case "assertion" -> Caller.federated(Caller.Kind.SAML, words[1]);
      case "root" -> account(Caller.Kind.ROOT, words[1], "arn:aws:iam::" + words[1] + ":root");
      case "federated" ->
          account(
              Caller.Kind.FEDERATED_USER,
              words[1],
              "arn:aws:sts::" + words[1] + ":federated-user/" + words[2]);
      default -> Caller.anonymous();
    };
  }

  private static Caller account(Caller.Kind kind, String account, String arn) {
    return new Caller(
        kind,
        Optional.of(arn),
        Optional.empty(),
        Optional.empty(),
        Optional.of(account),
        Optional.empty());
  }

  private static Context context(JsonNode keys) {
    Map<String, List<String>> context = new LinkedHashMap<>();
    if (keys != null) {
      keys.fields()
          .forEachRemaining(
              key -> {
                List<String> values = new ArrayList<>();
                if (key.getValue().isArray()) {
                  key.getValue().forEach(v -> values.add(v.asText()));
                } else {
                  values.add(key.getValue().asText());
                }
                context.put(key.getKey(), values);
              });
    }
    return Context.of(context);
  }

  private static Optional<List<List<NamedPolicy>>> levels(JsonNode levels, PolicyKind kind) {
    if (levels == null) {
      return Optional.empty();
    }
    List<List<NamedPolicy>> all = new ArrayList<>();
    levels.forEach(level -> all.add(list(level, kind)));
    return Optional.of(all);
  }

  private static List<NamedPolicy> list(JsonNode policies, PolicyKind kind) {
    List<NamedPolicy> list = new ArrayList<>();
    if (policies != null) {
      policies.fields().forEachRemaining(p -> list.add(policy(p.getKey(), p.getValue(), kind)));
    }
    return list;
  }

  private static Optional<NamedPolicy> one(JsonNode policies, PolicyKind kind) {
    return list(policies, kind).stream().findFirst();
  }

  /** A policy of these statements. */
  private static NamedPolicy policy(String name, JsonNode statements, PolicyKind kind) {
    String text = "{\"Version\":\"2012-10-17\",\"Statement\":" + statements + "}";
    return new NamedPolicy(
        name,
        new PolicyReader(Limits.DEFAULT)
            .read(
                JsonReader.read(SourceFile.of(name + ".json", text), Limits.DEFAULT).roots().get(0),
                kind));
  }
}
