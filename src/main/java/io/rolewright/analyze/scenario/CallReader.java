package io.rolewright.analyze.scenario;

import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Given;
import io.rolewright.simulate.sts.Operation;
import io.rolewright.simulate.sts.Parameter;
import io.rolewright.simulate.sts.StsCall;
import io.rolewright.simulate.sts.Tag;
import io.rolewright.simulate.sts.TargetRole;
import io.rolewright.source.Closest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one call: its operation, its parameters under AWS's names, and the role it asks for. */
final class CallReader {

  private final Policies policies;
  private final RoleReader roles;
  private final Problems problems;

  CallReader(Policies policies, RoleReader roles, Problems problems) {
    this.policies = policies;
    this.roles = roles;
    this.problems = problems;
  }

  /**
   * The call; nothing but errors where it cannot be made.
   *
   * @param caller who makes it himself; absent for a call made with the session of another call
   * @param known whether it is known who calls
   */
  Optional<Scenario.Call> read(Node node, Optional<Who> caller, boolean known) {
    Optional<Fields> fields = Fields.of(node, "a call", Vocabulary.CALL, problems);
    Optional<Operation> operation = fields.flatMap(this::operation);
    boolean fitting = operation.filter(o -> fits(fields.get(), o)).isPresent();
    Optional<Scenario.Call> call = operation.flatMap(o -> read(fields.get(), o, caller, known));
    if (call.isEmpty()) {
      fields.ifPresent(this::check);
    }
    return call.filter(c -> fitting);
  }

  /** Looks for mistakes in the fields of a call that cannot be told. */
  private void check(Fields fields) {
    for (Parameter parameter : Parameter.values()) {
      new ParameterReader(problems).read(fields, parameter);
    }
    fields.tags(Vocabulary.TAGS);
    policy(fields);
    roles.check(fields);
  }

  private Optional<Policies.Read> policy(Fields fields) {
    return fields
        .node("Policy")
        .filter(this::isInline)
        .flatMap(n -> policies.read(n, PolicyKind.SESSION, "session policy"));
  }

  private Optional<Scenario.Call> read(
      Fields fields, Operation operation, Optional<Who> caller, boolean known) {
    boolean possible = !known || isPossible(fields, operation, caller);
    Optional<TargetRole> role = Optional.empty();
    if (operation.assumesRole()) {
      role = roles.read(fields);
      if (role.isEmpty()) {
        return Optional.empty();
      }
    }
    Who.Token token =
        operation == Operation.ASSUME_ROLE
            ? Who.Token.NONE
            : caller.map(Who::token).orElse(Who.Token.NONE);
    StsCall call = call(fields, operation, token, role);
    return possible ? Optional.of(new Scenario.Call(call, role)) : Optional.empty();
  }

  private Optional<Operation> operation(Fields fields) {
    Optional<ScalarNode> said = fields.scalar("operation");
    List<String> names = List.of(Operation.values()).stream().map(Operation::shown).toList();
    if (said.isEmpty()) {
      if (!fields.has("operation")) {
        problems.error(
            "a call needs an `operation`: one of `" + String.join("`, `", names) + "`",
            fields.origin());
      }
      return Optional.empty();
    }
    Optional<Operation> operation = Operation.named(said.get().text());
    if (operation.isEmpty()) {
      String hint = Closest.hint(said.get().text(), names);
      problems.error(
          "`"
              + said.get().text()
              + "` is no STS call that gives credentials"
              + (hint.isEmpty() ? "; there are `" + String.join("`, `", names) + "`" : hint),
          said.get().origin());
    }
    return operation;
  }

  /** Whether no field is one of other operations. */
  private boolean fits(Fields fields, Operation operation) {
    boolean fits = true;
    Set<String> taken = Vocabulary.parameters(operation);
    for (ObjectNode.Member member : fields.members()) {
      String name = member.name();
      boolean role = name.equals("role") && operation.assumesRole();
      boolean known = Vocabulary.CALL.contains(name) && !name.equals("operation");
      if (known && !role && !taken.contains(name)) {
        fits = false;
        problems.error(
            "`"
                + operation.shown()
                + "` takes no `"
                + name
                + "`; it takes `"
                + String.join("`, `", taken)
                + "`",
            member.key().origin());
      }
    }
    return fits;
  }

  /** Whether the caller holds what the operation is called with (section 3.2). */
  private boolean isPossible(Fields fields, Operation operation, Optional<Who> caller) {
    Optional<Credentials.Kind> kind = caller.map(c -> c.credentials().kind());
    Optional<String> wrong = Optional.empty();
    if (operation == Operation.ASSUME_ROLE_WITH_SAML) {
      wrong = needs(kind, Credentials.Kind.SAML, "`saml` caller");
    } else if (operation == Operation.ASSUME_ROLE_WITH_WEB_IDENTITY) {
      wrong = needs(kind, Credentials.Kind.WEB_IDENTITY, "`web-identity` caller");
    } else if (kind.filter(Credentials.Kind.SAML::equals).isPresent()) {
      wrong = Optional.of("a SAML assertion can only be used with `AssumeRoleWithSAML`");
    } else if (kind.filter(Credentials.Kind.WEB_IDENTITY::equals).isPresent()) {
      wrong = Optional.of("a web identity token can only be used with `AssumeRoleWithWebIdentity`");
    } else if (kind.filter(Credentials.Kind.ANONYMOUS::equals).isPresent()) {
      wrong = Optional.of("`" + operation.shown() + "` must be signed, so it needs credentials");
    }
    wrong.ifPresent(message -> problems.error(message, fields.at("operation")));
    return wrong.isEmpty();
  }

  private static Optional<String> needs(
      Optional<Credentials.Kind> kind, Credentials.Kind needed, String who) {
    return kind.filter(needed::equals).isPresent()
        ? Optional.empty()
        : Optional.of("this operation needs a " + who + ", who can only make the first call");
  }

  private StsCall call(
      Fields fields, Operation operation, Who.Token token, Optional<TargetRole> role) {
    Set<String> taken = Vocabulary.parameters(operation);
    Map<Parameter, List<Given>> parameters = parameters(fields, taken, token, role);
    List<Tag> tags = new ArrayList<>(token.tags());
    tags.addAll(taken.contains(Vocabulary.TAGS) ? fields.tags(Vocabulary.TAGS) : List.of());
    Optional<Policies.Read> policy = policy(fields).filter(p -> taken.contains("Policy"));
    policy.ifPresent(
        p -> parameters.put(Parameter.POLICY, List.of(new Given(p.text(), fields.at("Policy")))));
    return new StsCall(
        operation,
        fields.origin(),
        parameters,
        tags,
        policy.map(Policies.Read::policy),
        managed(parameters),
        token.roles());
  }

  /** What the token says, and what the call says, which goes first. */
  private Map<Parameter, List<Given>> parameters(
      Fields fields, Set<String> taken, Who.Token token, Optional<TargetRole> role) {
    Map<Parameter, List<Given>> parameters = new EnumMap<>(Parameter.class);
    parameters.putAll(token.parameters());
    for (Parameter parameter : Parameter.values()) {
      List<Given> given = new ParameterReader(problems).read(fields, parameter);
      if (!given.isEmpty() && taken.contains(parameter.shown())) {
        conflict(fields, parameter, given, token);
        parameters.put(parameter, given);
      }
    }
    role.ifPresent(
        r ->
            parameters.computeIfAbsent(
                Parameter.ROLE_ARN, p -> List.of(new Given(r.arn(), fields.at("role")))));
    return parameters;
  }

  private boolean isInline(Node policy) {
    boolean arn = policy.asScalar().filter(s -> s.text().startsWith("arn:")).isPresent();
    if (arn) {
      problems.error(
          "`Policy` holds a policy itself; pass managed policies under `PolicyArns`",
          policy.origin());
    }
    return !arn;
  }

  /** What an assertion says cannot be said otherwise by the call. */
  private void conflict(Fields fields, Parameter parameter, List<Given> given, Who.Token token) {
    boolean fixed = parameter == Parameter.PRINCIPAL_ARN;
    List<Given> said = token.parameters().getOrDefault(parameter, List.of());
    if (fixed && !said.isEmpty() && !said.get(0).value().equals(given.get(0).value())) {
      problems.error(
          "`PrincipalArn` must be the provider of the caller, `" + said.get(0).value() + "`",
          fields.at(parameter.shown()));
    }
  }

  private List<NamedPolicy> managed(Map<Parameter, List<Given>> parameters) {
    return parameters.getOrDefault(Parameter.POLICY_ARNS, List.of()).stream()
        .map(arn -> policies.managed(arn.value(), arn.at(), PolicyKind.SESSION))
        .toList();
  }
}
