package io.rolewright.analyze.scenario;

import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Mfa;
import io.rolewright.source.Closest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the credentials of a caller carry: MFA, tags, source identity, session policies. */
final class CredentialsReader {

  private static final List<String> KINDS = List.of("long-term", "console", "session-token");

  private final Policies policies;
  private final Assumptions assumptions;
  private final Instant now;
  private final Problems problems;

  CredentialsReader(Policies policies, Assumptions assumptions, Instant now, Problems problems) {
    this.policies = policies;
    this.assumptions = assumptions;
    this.now = now;
    this.problems = problems;
  }

  /** Looks for mistakes in the fields of a caller who cannot be told. */
  void check(Fields fields) {
    List.of("id", "role").forEach(fields::text);
    fields.texts("groups");
    fields.flag("service-linked");
    policies.fieldList(fields, "policies", PolicyKind.IDENTITY);
    policies.field(fields, "boundary", PolicyKind.BOUNDARY, "boundary");
    kind(fields);
    Holdings holdings = new Holdings(List.of(), Optional.empty(), fields.tagMap("tags"));
    session(fields, Credentials.Kind.FEDERATION, Caller.anonymous(), "", holdings, false);
    for (String open : List.of("claims", "attributes")) {
      fields.node(open).ifPresent(n -> Fields.open(n, "`" + open + "`", problems));
    }
  }

  /** Credentials of a user or the root user himself. */
  Credentials own(Fields fields, Caller caller, String id, Holdings holdings) {
    Credentials.Kind kind = kind(fields);
    return new Credentials(
        kind,
        caller,
        Optional.of(id),
        mfa(fields, kind),
        holdings.tags(),
        holdings.tags(),
        Map.of(),
        Optional.empty(),
        kind == Credentials.Kind.SESSION_TOKEN ? Optional.of(now) : Optional.empty(),
        fields.keys("keys"),
        holdings.identity(),
        holdings.boundary(),
        Optional.empty(),
        false);
  }

  /** Credentials that STS gave. */
  Credentials session(
      Fields fields,
      Credentials.Kind kind,
      Caller caller,
      String id,
      Holdings holdings,
      boolean serviceLinked) {
    Map<String, String> transitive = fields.tagMap("transitive-tags");
    Map<String, String> tags = new LinkedHashMap<>(holdings.tags());
    override(tags, fields.tagMap("session-tags"));
    override(tags, transitive);
    return new Credentials(
        kind,
        caller,
        Optional.of(id),
        mfa(fields, kind),
        tags,
        holdings.tags(),
        transitive,
        fields.text("source-identity"),
        Optional.of(fields.instant("issued-at").orElse(now)),
        fields.keys("keys"),
        holdings.identity(),
        holdings.boundary(),
        sessionPolicies(fields),
        serviceLinked);
  }

  private Optional<List<NamedPolicy>> sessionPolicies(Fields fields) {
    return fields.has("session-policies")
        ? Optional.of(policies.fieldList(fields, "session-policies", PolicyKind.SESSION))
        : Optional.empty();
  }

  /** Tag keys compare without regard to case (R3.18). */
  private static void override(Map<String, String> tags, Map<String, String> others) {
    others.forEach(
        (key, value) -> {
          tags.keySet().removeIf(key::equalsIgnoreCase);
          tags.put(key, value);
        });
  }

  private Credentials.Kind kind(Fields fields) {
    Optional<ScalarNode> said = fields.scalar("credentials");
    if (said.isEmpty()) {
      return fields.has("mfa") ? Credentials.Kind.SESSION_TOKEN : Credentials.Kind.LONG_TERM;
    }
    return switch (said.get().text()) {
      case "long-term" -> Credentials.Kind.LONG_TERM;
      case "console" -> Credentials.Kind.CONSOLE;
      case "session-token" -> Credentials.Kind.SESSION_TOKEN;
      default -> {
        problems.error(
            "`"
                + said.get().text()
                + "` are no credentials; there are `long-term`, `console` and `session-token`"
                + Closest.hint(said.get().text(), KINDS),
            said.get().origin());
        yield Credentials.Kind.LONG_TERM;
      }
    };
  }

  private Mfa mfa(Fields fields, Credentials.Kind kind) {
    Optional<Mfa> said = fields.node("mfa").flatMap(n -> mfa(n, fields));
    if (said.isEmpty() || kind == Credentials.Kind.FEDERATION) {
      return kind == Credentials.Kind.LONG_TERM ? Mfa.ABSENT : Mfa.FALSE;
    }
    if (kind == Credentials.Kind.LONG_TERM) {
      problems.error(
          "long-term keys carry no MFA (R4.1); pass `SerialNumber` and `TokenCode` with the call,"
              + " or say `credentials: session-token`",
          fields.nameAt("mfa"));
      return Mfa.ABSENT;
    }
    boolean present = said.get().present().orElse(false);
    if (present && kind == Credentials.Kind.ROLE && !assumptions.isB(Uncertainty.U22)) {
      problems.warning(
          "AWS documents that sessions of roles carry no MFA; taken as written (U22)",
          fields.at("mfa"));
    }
    return said.get();
  }

  private Optional<Mfa> mfa(Node node, Fields fields) {
    if (node.asObject().isPresent()) {
      Optional<Fields> object = fields.fields("mfa", Vocabulary.MFA);
      if (object.isPresent() && !object.get().has("age")) {
        problems.error("`mfa` needs its `age` in seconds, or `true` or `false`", node.origin());
      }
      return object.flatMap(f -> f.number("age")).map(a -> Mfa.ago(Long.parseLong(a.text())));
    }
    return fields.flag("mfa").map(present -> present ? Mfa.ago(0) : Mfa.FALSE);
  }
}
