package io.rolewright.analyze.cases;

import io.rolewright.model.AccountNumber;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Caller.Kind;
import io.rolewright.source.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads who asks. */
final class PrincipalFields {

  private static final Set<String> NAMES =
      Set.of(
          "type",
          "arn",
          "roleArn",
          "userArn",
          "account",
          "service",
          "provider",
          "serviceLinkedRole",
          "managementAccount");

  private final Fields fields;
  private final Kind kind;

  private PrincipalFields(Fields fields, Kind kind) {
    this.fields = fields;
    this.kind = kind;
  }

  /** The caller; nothing where too little of him can be read. */
  static Optional<Caller> read(Fields fields) {
    fields.only(NAMES);
    return fields
        .needed("type")
        .flatMap(type -> kind(type, fields))
        .map(kind -> new PrincipalFields(fields, kind).caller());
  }

  private static Optional<Kind> kind(String type, Fields fields) {
    List<String> known = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (kind.shown().equals(type)) {
        return Optional.of(kind);
      }
      known.add(kind.shown());
    }
    fields.error("`" + type + "` is no type of principal" + hint(type, known), fields.at("type"));
    return Optional.empty();
  }

  private static String hint(String type, List<String> known) {
    String close = Closest.hint(type, known);
    return close.isEmpty() ? "; the types are " + String.join(", ", known) : close;
  }

  private Caller caller() {
    return switch (kind) {
      case USER -> aws(":iam::", "user/");
      case ROOT -> aws(":iam::", "root");
      case ROLE_SESSION -> aws(":sts::", "assumed-role/");
      case FEDERATED_USER -> aws(":sts::", "federated-user/");
      case ASSUMED_ROOT -> aws("", "");
      case SERVICE -> Caller.service(name("service"));
      case WEB_IDENTITY, SAML -> Caller.federated(kind, name("provider"));
      case ANONYMOUS -> Caller.anonymous();
    };
  }

  private String name(String field) {
    if (!fields.has(field)) {
      fields.error(
          "a principal of type `" + kind.shown() + "` needs `" + field + "`", fields.origin());
    }
    return fields.text(field).orElse("");
  }

  private Caller aws(String service, String resource) {
    Optional<String> account = fields.account("account").filter(AccountNumber::isOne);
    Optional<String> arn = fields.text("arn").or(() -> rootArn(account));
    if (arn.isEmpty() && !fields.has("arn")) {
      fields.error("a principal of type `" + kind.shown() + "` needs `arn`", fields.origin());
    }
    arn.ifPresent(a -> check("arn", a, service, resource));
    Optional<String> owner = account.or(() -> arn.flatMap(Arns::account));
    arn.ifPresent(a -> sameAccount("arn", a, owner));
    return new Caller(kind, arn, roleArn(arn, owner), userArn(owner), owner, Optional.empty());
  }

  private Optional<String> rootArn(Optional<String> account) {
    return kind == Kind.ROOT && !fields.has("arn")
        ? account.map(a -> "arn:aws:iam::" + a + ":root")
        : Optional.empty();
  }

  private void check(String field, String arn, String service, String resource) {
    boolean sound =
        Arns.account(arn).isPresent()
            && arn.contains(service)
            && (resource.endsWith("/")
                ? Arns.resource(arn).startsWith(resource)
                    && Arns.resource(arn).length() > resource.length()
                : resource.isEmpty() || Arns.resource(arn).equals(resource));
    if (!sound) {
      String shape = service.isEmpty() ? "arn:aws:iam::ACCOUNT:root" : shape(service, resource);
      fields.error(
          "`" + arn + "` is not the ARN this must be; write `" + shape + "`", fields.at(field));
    }
  }

  private static String shape(String service, String resource) {
    String rest =
        switch (resource) {
          case "assumed-role/" -> resource + "ROLE/SESSION";
          case "root" -> resource;
          default -> resource + "NAME";
        };
    return "arn:aws" + service + "ACCOUNT:" + rest;
  }

  private void sameAccount(String field, String arn, Optional<String> account) {
    Optional<String> other = Arns.account(arn).filter(a -> account.filter(a::equals).isEmpty());
    if (other.isPresent() && account.isPresent()) {
      fields.error(
          "`"
              + field
              + "` is of account `"
              + other.get()
              + "`, the principal of `"
              + account.get()
              + "`",
          fields.at(field));
    }
  }

  private Optional<String> roleArn(Optional<String> arn, Optional<String> account) {
    if (kind != Kind.ROLE_SESSION) {
      return unused("roleArn");
    }
    Optional<String> role = fields.text("roleArn");
    if (!fields.has("roleArn")) {
      fields.error(
          "a principal of type `role-session` needs `roleArn`: the session's ARN does not tell the"
              + " path of its role",
          fields.origin());
    }
    role.ifPresent(r -> check("roleArn", r, ":iam::", "role/"));
    role.ifPresent(r -> sameAccount("roleArn", r, account));
    role.ifPresent(r -> arn.ifPresent(a -> sameRole(a, r)));
    return role;
  }

  /** {@code assumed-role/Name/Session} is of {@code role/path/Name}. */
  private void sameRole(String arn, String roleArn) {
    String[] session = Arns.resource(arn).split("/");
    String name = roleArn.substring(roleArn.lastIndexOf('/') + 1);
    if (session.length != 3) {
      fields.error(
          "`" + arn + "` names no session; write `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION`",
          fields.at("arn"));
    } else if (!session[1].equals(name)) {
      fields.error(
          "`arn` is a session of role `" + session[1] + "`, but `roleArn` is role `" + name + "`",
          fields.at("roleArn"));
    }
  }

  private Optional<String> userArn(Optional<String> account) {
    if (kind != Kind.FEDERATED_USER) {
      return unused("userArn");
    }
    Optional<String> user = fields.text("userArn");
    user.ifPresent(u -> sameAccount("userArn", u, account));
    return user;
  }

  private Optional<String> unused(String field) {
    if (fields.has(field)) {
      fields.warn(
          "`" + field + "` says nothing of a principal of type `" + kind.shown() + "`",
          fields.at(field));
    }
    return Optional.empty();
  }
}
