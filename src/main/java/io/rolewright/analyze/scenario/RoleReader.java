package io.rolewright.analyze.scenario;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.sts.TargetRole;
import io.rolewright.source.Closest;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the role that a call asks for: out of the files by its ARN or name, out of the call itself,
 * or out of both, where the call has the last word.
 */
final class RoleReader {

  private static final int STANDARD_DURATION = 3600;
  private static final int LONGEST_DURATION = 43_200;

  private final Directory directory;
  private final Policies policies;
  private final Problems problems;

  RoleReader(Directory directory, Policies policies, Problems problems) {
    this.directory = directory;
    this.policies = policies;
    this.problems = problems;
  }

  /** The role of a call; nothing but errors where it cannot be told. */
  Optional<TargetRole> read(Fields call) {
    Optional<ScalarNode> written = call.scalar("RoleArn");
    Optional<EntityArn> said = written.flatMap(new ArnFields(problems)::role);
    if (written.isPresent() && said.isEmpty()) {
      return Optional.empty();
    }
    Optional<ScalarNode> name = call.node("role").flatMap(n -> n.asScalar());
    Optional<Role> found =
        name.isPresent() ? named(name.get()) : said.flatMap(arn -> byArn(arn, call.at("RoleArn")));
    if (name.isPresent() && found.isEmpty()) {
      return Optional.empty();
    }
    Optional<EntityArn> arn = said.or(() -> found.flatMap(RoleReader::arn));
    if (arn.isEmpty()) {
      problems.error(
          "the call needs a `RoleArn`, such as `arn:aws:iam::111122223333:role/deploy`",
          call.origin());
      return Optional.empty();
    }
    if (found.isPresent() && !sameAccount(found.get(), arn.get(), call)) {
      return Optional.empty();
    }
    Optional<Fields> own =
        name.isPresent() ? Optional.empty() : call.fields("role", Vocabulary.ROLE);
    String account = arn.get().account();
    return role(call, arn.get(), found.map(r -> directory.inAccount(r, account)), own);
  }

  /** Looks for mistakes in what a call says of a role that cannot be told. */
  void check(Fields call) {
    Optional<Fields> own =
        call.node("role")
            .filter(n -> n.asScalar().isEmpty())
            .flatMap(n -> call.fields("role", Vocabulary.ROLE));
    own.ifPresent(
        role -> {
          policies.field(role, "trust", PolicyKind.TRUST, "trust policy");
          policies.field(role, "boundary", PolicyKind.BOUNDARY, "boundary");
          policies.fieldList(role, "policies", PolicyKind.IDENTITY);
          maxSessionDuration(Optional.empty(), own);
          role.tagMap("tags");
          role.text("id");
          role.flag("service-linked");
        });
  }

  /** The ARN of a role that a file tells all of. */
  private static Optional<EntityArn> arn(Role role) {
    Optional<String> name = role.name().plain();
    return name.isEmpty()
        ? Optional.empty()
        : role.account()
            .filter(AccountNumber::isOne)
            .map(a -> EntityArn.iam("aws", a, "role" + role.path().orElse("/") + name.get()));
  }

  private Optional<Role> named(ScalarNode name) {
    Optional<EntityArn> arn = EntityArn.of(name.text(), "iam", "role");
    List<Role> roles = arn.map(directory::roles).orElse(directory.rolesNamed(name.text()));
    if (roles.isEmpty()) {
      List<String> names = directory.roleNames();
      problems.error(
          "no role `" + name.text() + "` is in `files`" + Closest.hint(name.text(), names),
          name.origin());
    }
    return first(roles, name.origin());
  }

  private Optional<Role> byArn(EntityArn arn, Origin at) {
    return first(directory.roles(arn), at);
  }

  /** The first of several versions that a template has of a role. */
  Optional<Role> first(List<Role> roles, Origin at) {
    if (roles.size() > 1) {
      Role role = roles.get(0);
      problems.warning(
          "the files have "
              + roles.size()
              + " roles `"
              + role.name().shown()
              + "`; the first one is taken"
              + (role.world().isEmpty() ? "" : ", as it is " + role.world()),
          at);
    }
    return roles.stream().findFirst();
  }

  private boolean sameAccount(Role role, EntityArn arn, Fields call) {
    boolean same = role.account().map(arn.account()::equals).orElse(true);
    if (!same) {
      problems.error(
          "`RoleArn` is of account "
              + arn.account()
              + ", but the role `"
              + role.name().shown()
              + "` is of account "
              + role.account().orElse(""),
          call.at("RoleArn"));
    }
    return same;
  }

  private Optional<TargetRole> role(
      Fields call, EntityArn arn, Optional<Role> found, Optional<Fields> own) {
    Optional<NamedPolicy> trust = trust(arn, found, own);
    if (trust.isEmpty()) {
      boolean wrong = call.has("role") && (own.isEmpty() || own.get().has("trust"));
      if (!wrong) {
        missing(call, arn, own);
      }
      return Optional.empty();
    }
    Optional<NamedPolicy> boundary = policies.boundary(own, found.flatMap(Role::boundary));
    String id = own.flatMap(f -> f.text("id")).orElseGet(() -> MadeUp.id("AROA", arn.name()));
    return Optional.of(
        new TargetRole(
            arn.toString(),
            arn.account(),
            id,
            trust.get(),
            permissions(found, own),
            boundary,
            maxSessionDuration(found, own),
            tags(found, own),
            isServiceLinked(arn, own)));
  }

  private static boolean isServiceLinked(EntityArn arn, Optional<Fields> own) {
    return own.flatMap(f -> f.flag("service-linked")).orElse(arn.isServiceLinked());
  }

  private void missing(Fields call, EntityArn arn, Optional<Fields> own) {
    String near = Closest.hint(arn.name(), directory.roleNames());
    if (own.isPresent()) {
      problems.error(
          "the role needs a `trust` policy, as `files` do not have `" + arn + "`" + near,
          call.nameAt("role"));
    } else {
      problems.error(
          "the role `" + arn + "` is in none of the `files`, and the call has no `role`" + near,
          call.at("RoleArn"));
    }
  }

  private Optional<NamedPolicy> trust(EntityArn arn, Optional<Role> found, Optional<Fields> own) {
    String name = "trust policy of " + arn.name();
    if (own.filter(f -> f.has("trust")).isPresent()) {
      return policies.field(own.get(), "trust", PolicyKind.TRUST, name);
    }
    Optional<PolicyDocument> stored = found.flatMap(Role::trust);
    return stored.map(d -> policies.stored(name, d, PolicyKind.TRUST));
  }

  private List<NamedPolicy> permissions(Optional<Role> found, Optional<Fields> own) {
    return own.filter(f -> f.has("policies")).isPresent()
        ? policies.fieldList(own.get(), "policies", PolicyKind.IDENTITY)
        : found.map(this::permissions).orElse(List.of());
  }

  /** The identity policies of a role in a file. */
  List<NamedPolicy> permissions(Role role) {
    return role.permissions().stream().map(p -> policies.attached(p, PolicyKind.IDENTITY)).toList();
  }

  private int maxSessionDuration(Optional<Role> found, Optional<Fields> own) {
    Optional<ScalarNode> said = own.flatMap(f -> f.number("max-session-duration"));
    if (said.isEmpty()) {
      return found
          .flatMap(Role::maxSessionDuration)
          .filter(a -> a.value().isPresent())
          .map(a -> (int) a.value().getAsLong())
          .orElse(STANDARD_DURATION);
    }
    int seconds = Integer.parseInt(said.get().text());
    if (seconds < STANDARD_DURATION || seconds > LONGEST_DURATION) {
      problems.error(
          "`max-session-duration` must be 3600 to 43200 seconds, not " + seconds,
          said.get().origin());
      return STANDARD_DURATION;
    }
    return seconds;
  }

  private static Map<String, String> tags(Optional<Role> found, Optional<Fields> own) {
    return own.filter(f -> f.has("tags")).isPresent()
        ? own.get().tagMap("tags")
        : found.map(Role::tags).orElse(Map.of());
  }
}
