package io.rolewright.analyze.scenario;

import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.sts.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads callers that have a role already. */
final class RoleSessionReader {

  private final Directory directory;
  private final Policies policies;
  private final RoleReader roles;
  private final CredentialsReader credentials;
  private final Problems problems;
  private final ArnFields arns;

  RoleSessionReader(
      Directory directory,
      Policies policies,
      RoleReader roles,
      CredentialsReader credentials,
      Problems problems) {
    this.directory = directory;
    this.policies = policies;
    this.roles = roles;
    this.credentials = credentials;
    this.problems = problems;
    this.arns = new ArnFields(problems);
  }

  Optional<Credentials> read(Fields fields) {
    Optional<EntityArn> session = arns.roleSession(fields, "role-session");
    Optional<EntityArn> role = arns.role(fields, "role");
    if (session.isEmpty() || (fields.has("role") && role.isEmpty())) {
      return Optional.empty();
    }
    if (session.get().rest().split("/", -1).length != 2) {
      problems.error(
          "`"
              + session.get()
              + "` is no session of a role; its ARN ends in `assumed-role/`, the role's name"
              + " without path, `/` and the session's name",
          fields.at("role-session"));
      return Optional.empty();
    }
    return role(fields, session.get(), role)
        .map(arn -> session(fields, session.get(), arn, found(fields, arn)));
  }

  /** The ARN of the role with its path, which the session's ARN does not have (R0.3). */
  private Optional<EntityArn> role(Fields fields, EntityArn session, Optional<EntityArn> said) {
    String name = session.rest().substring(0, session.rest().indexOf('/'));
    EntityArn plain = EntityArn.iam(session.partition(), session.account(), "role/" + name);
    if (said.isPresent()) {
      return said.filter(arn -> fits(fields, arn, plain, session));
    }
    Optional<Role> found = directory.sameName(plain).stream().findFirst();
    if (found.isEmpty()) {
      problems.error(
          "a role session needs its role: none named `"
              + name
              + "` of account "
              + session.account()
              + " is in `files`; say `role: "
              + plain
              + "`, with the role's path if it has one",
          fields.at("role-session"));
    }
    return found.map(
        r ->
            EntityArn.iam(
                plain.partition(), plain.account(), "role" + r.path().orElse("/") + name));
  }

  private boolean fits(Fields fields, EntityArn said, EntityArn plain, EntityArn session) {
    boolean fits =
        said.name().equals(plain.name())
            && said.account().equals(plain.account())
            && said.partition().equals(plain.partition());
    if (!fits) {
      problems.error(
          "`" + said + "` is not the role of the session `" + session + "`", fields.at("role"));
    }
    return fits;
  }

  private Optional<Role> found(Fields fields, EntityArn role) {
    return roles.first(directory.roles(role), fields.at("role-session"));
  }

  private Credentials session(
      Fields fields, EntityArn session, EntityArn role, Optional<Role> found) {
    Caller caller =
        new Caller(
            Caller.Kind.ROLE_SESSION,
            Optional.of(session.toString()),
            Optional.of(role.toString()),
            Optional.empty(),
            Optional.of(role.account()),
            Optional.empty());
    String id = fields.text("id").orElseGet(() -> MadeUp.id("AROA", role.name()));
    String userId = id.indexOf(':') < 0 ? id + ":" + session.name() : id;
    boolean linked = fields.flag("service-linked").orElse(role.isServiceLinked());
    return credentials.session(
        fields, Credentials.Kind.ROLE, caller, userId, holdings(fields, role, found), linked);
  }

  private Holdings holdings(Fields fields, EntityArn role, Optional<Role> found) {
    if (found.isEmpty() && !fields.has("policies")) {
      problems.note(
          "`"
              + role
              + "` is in none of the `files` and the caller has no `policies`, so the session is"
              + " taken to have no permissions",
          fields.at("role-session"));
    }
    List<NamedPolicy> identity =
        fields.has("policies")
            ? policies.fieldList(fields, "policies", PolicyKind.IDENTITY)
            : found.map(roles::permissions).orElse(List.of());
    Optional<NamedPolicy> boundary =
        policies.boundary(Optional.of(fields), found.flatMap(Role::boundary));
    Map<String, String> tags =
        fields.has("tags") ? fields.tagMap("tags") : found.map(Role::tags).orElse(Map.of());
    return new Holdings(identity, boundary, tags);
  }
}
