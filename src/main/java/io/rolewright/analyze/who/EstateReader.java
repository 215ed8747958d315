package io.rolewright.analyze.who;

import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.estate.Principal;
import io.rolewright.rule.Estate;
import io.rolewright.rule.permission.AwsManaged;
import io.rolewright.rule.trust.Partitions;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes principals of what was read: users with the policies of their groups, and roles. */
final class EstateReader {

  private final String partition;
  private final OwnNames names;
  private final Map<String, Identity> groups = new HashMap<>();

  private EstateReader(Inventory inventory) {
    this.partition = partition(inventory);
    this.names = new OwnNames(partition);
    for (Identity identity : inventory.identities()) {
      if (identity.kind() == Identity.Kind.GROUP) {
        groups.put(key(identity.account(), identity.name().shown()), identity);
      }
    }
  }

  /** The users and roles, in the order of reading. */
  static List<Principal> principals(Inventory inventory) {
    EstateReader reader = new EstateReader(inventory);
    List<Principal> all = new ArrayList<>();
    for (Identity identity : inventory.identities()) {
      if (identity.kind() == Identity.Kind.USER) {
        all.add(reader.user(identity));
      }
    }
    inventory.roles().forEach(role -> all.add(reader.role(role)));
    return all;
  }

  /** A file is of one partition, which some role of it shows. */
  private static String partition(Inventory inventory) {
    for (Role role : inventory.roles()) {
      List<Statement> trust = role.trust().map(PolicyDocument::statements).orElse(List.of());
      Optional<Partitions> found = Partitions.of(role, trust);
      if (found.isPresent()) {
        return found.get().expected();
      }
    }
    return "aws";
  }

  private static String key(Optional<String> account, String name) {
    return account.orElse("") + "/" + name;
  }

  private Principal user(Identity user) {
    List<Attachment> attached = new ArrayList<>(user.permissions());
    boolean complete = true;
    for (String name : user.groups()) {
      Optional<Identity> group = Optional.ofNullable(groups.get(key(user.account(), name)));
      complete &= group.isPresent();
      group.ifPresent(g -> attached.addAll(g.permissions()));
    }
    return principal(
        Caller.Kind.USER,
        user.name().shown(),
        "user" + user.path().orElse("/"),
        user.account(),
        new Held(attached, user.boundary(), complete),
        Optional.empty(),
        user.tags(),
        user.world(),
        user.origin());
  }

  private Principal role(Role role) {
    return principal(
        Caller.Kind.ROLE_SESSION,
        role.name().shown(),
        "role" + role.path().orElse("/"),
        role.account(),
        new Held(role.permissions(), role.boundary(), role.complete()),
        role.trust(),
        role.tags(),
        role.world(),
        role.origin());
  }

  /** Policies as they are attached. */
  private record Held(List<Attachment> attached, Optional<Attachment> limit, boolean whole) {

    List<NamedPolicy> identity() {
      List<NamedPolicy> policies = new ArrayList<>();
      attached.forEach(each -> named(each).ifPresent(policies::add));
      return policies;
    }

    Optional<NamedPolicy> boundary() {
      return limit.flatMap(Held::named);
    }

    /** Of a role it is said; what AWS manages is known in part. */
    boolean isComplete() {
      boolean boundary = limit.isEmpty() || limit.flatMap(Held::named).isPresent();
      return boundary && whole && attached.stream().allMatch(each -> named(each).isPresent());
    }

    private static Optional<NamedPolicy> named(Attachment attachment) {
      return AwsManaged.document(attachment)
          .map(document -> new NamedPolicy(attachment.name().shown(), document));
    }
  }

  private NamedPolicy settled(NamedPolicy policy) {
    return new NamedPolicy(policy.name(), names.in(policy.document()));
  }

  private Principal principal(
      Caller.Kind kind,
      String name,
      String path,
      Optional<String> account,
      Held held,
      Optional<PolicyDocument> trust,
      Map<String, String> tags,
      String world,
      Origin origin) {
    String number = account.orElse(Estate.UNNAMED_ACCOUNT);
    String arn = "arn:" + partition + ":iam::" + number + ":" + path + name;
    return new Principal(
        kind,
        name,
        arn,
        number,
        held.identity().stream().map(this::settled).toList(),
        held.boundary().map(this::settled),
        trust.map(names::in),
        tags,
        held.isComplete(),
        world,
        origin);
  }
}
