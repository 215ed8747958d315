package io.rolewright.analyze.scenario;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.sts.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code caller}: who calls, and with which credentials. */
final class CallerReader {

  private final UserReader users;
  private final RoleSessionReader roleSessions;
  private final CredentialsReader credentials;
  private final Problems problems;

  CallerReader(
      UserReader users,
      RoleSessionReader roleSessions,
      CredentialsReader credentials,
      Problems problems) {
    this.users = users;
    this.roleSessions = roleSessions;
    this.credentials = credentials;
    this.problems = problems;
  }

  /** The caller; nothing but errors where it cannot be told. */
  Optional<Who> read(Node node) {
    Optional<Fields> fields = Fields.of(node, "`caller`", Vocabulary.CALLER, problems);
    Optional<CallerKind> kind = fields.flatMap(this::kind);
    kind.ifPresent(k -> misplaced(fields.get(), k));
    Optional<Who> who = kind.flatMap(k -> caller(fields.get(), k));
    if (who.isEmpty()) {
      fields.ifPresent(credentials::check);
    }
    return who;
  }

  private Optional<Who> caller(Fields fields, CallerKind kind) {
    return switch (kind) {
      case USER -> users.user(fields).map(Who::of);
      case FEDERATED_USER -> users.federated(fields).map(Who::of);
      case ROOT -> root(fields).map(Who::of);
      case ROLE_SESSION -> roleSessions.read(fields).map(Who::of);
      case SERVICE -> service(fields).map(Who::of);
      case WEB_IDENTITY -> new WebIdentityReader(problems).read(fields);
      case SAML -> new SamlReader(problems).read(fields);
      case ANONYMOUS -> anonymous(fields).map(Who::of);
    };
  }

  private Optional<CallerKind> kind(Fields fields) {
    List<CallerKind> kinds = new ArrayList<>();
    for (CallerKind kind : CallerKind.values()) {
      boolean minting = kind == CallerKind.USER && kinds.contains(CallerKind.FEDERATED_USER);
      if (fields.has(kind.field()) && !minting) {
        kinds.add(kind);
      }
    }
    if (kinds.isEmpty()) {
      problems.error(
          "`caller` does not say who calls; it needs one of `"
              + String.join("`, `", CallerKind.fields())
              + "`",
          fields.origin());
    }
    for (int i = 1; i < kinds.size(); i++) {
      problems.error(
          "a caller cannot be `"
              + kinds.get(0).field()
              + "` and `"
              + kinds.get(i).field()
              + "` at once; keep one of them",
          fields.nameAt(kinds.get(i).field()));
    }
    return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
  }

  /** Fields that say nothing of such a caller. */
  private void misplaced(Fields fields, CallerKind kind) {
    for (ObjectNode.Member member : fields.members()) {
      String name = member.name();
      boolean known = Vocabulary.CALLER.contains(name);
      if (known && !kind.takes(name)) {
        List<String> fitting =
            List.of(CallerKind.values()).stream()
                .filter(k -> k.takes(name))
                .map(CallerKind::field)
                .toList();
        problems.error(
            "`"
                + name
                + "` does not go with `"
                + kind.field()
                + "`, only with `"
                + String.join("`, `", fitting)
                + "`",
            member.key().origin());
      }
    }
  }

  private Optional<Credentials> root(Fields fields) {
    return Accounts.read(fields, "root", problems)
        .map(
            account -> {
              Caller caller =
                  new Caller(
                      Caller.Kind.ROOT,
                      Optional.of("arn:aws:iam::" + account + ":root"),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(account),
                      Optional.empty());
              return credentials.own(fields, caller, account, Holdings.NONE);
            });
  }

  private Optional<Credentials> service(Fields fields) {
    Optional<String> name = fields.text("service");
    if (name.isPresent() && !isService(name.get())) {
      problems.error(
          "`"
              + name.get()
              + "` is no service principal; such names read `lambda.amazonaws.com`, in lower case",
          fields.at("service"));
      return Optional.empty();
    }
    return name.map(n -> Credentials.of(Credentials.Kind.SERVICE, Caller.service(n)))
        .map(c -> c.carrying(fields.keys("keys")));
  }

  private static boolean isService(String name) {
    return name.matches("[a-z0-9.-]+\\.(amazonaws\\.com(\\.cn)?|amazonaws\\.eu|[a-z.-]+\\.gov)");
  }

  private Optional<Credentials> anonymous(Fields fields) {
    if (fields.flag("anonymous").filter(f -> f).isEmpty()) {
      problems.error("`anonymous` must be `true`, or be left out", fields.nameAt("anonymous"));
      return Optional.empty();
    }
    Credentials nobody = Credentials.of(Credentials.Kind.ANONYMOUS, Caller.anonymous());
    return Optional.of(nobody.carrying(fields.keys("keys")));
  }
}
