package io.rolewright.analyze.scenario;

import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PlainArn;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The roles, users, groups and managed policies in the files of a scenario.
 *
 * <p>A template does not say of which account it is. When a role of it is asked for by ARN the
 * account is known, and the template is read again with it, so that {@code AWS::AccountId} has a
 * value.
 */
final class Directory {

  private final Inventory inventory;
  private final BiFunction<SourceFile, String, Inventory> ofAccount;
  private final Map<String, Inventory> reread = new HashMap<>();
  private final Map<String, PolicyDocument> managed = new LinkedHashMap<>();

  /**
   * @param inventory of all files
   * @param ofAccount reads one file as one of an account
   */
  Directory(Inventory inventory, BiFunction<SourceFile, String, Inventory> ofAccount) {
    this.inventory = inventory;
    this.ofAccount = ofAccount;
    inventory.roles().forEach(r -> r.permissions().forEach(this::keep));
    inventory.identities().forEach(i -> i.permissions().forEach(this::keep));
    inventory.roles().forEach(r -> r.boundary().ifPresent(this::keep));
    inventory.identities().forEach(i -> i.boundary().ifPresent(this::keep));
  }

  private void keep(Attachment attachment) {
    if (attachment.managed()) {
      attachment.document().ifPresent(d -> managed.putIfAbsent(attachment.name().shown(), d));
    }
  }

  /** Adds a managed policy; what the scenario says itself goes before what files say. */
  void add(String arn, PolicyDocument document) {
    managed.put(arn, document);
  }

  /** The roles of an ARN: several where a template has several versions of it. */
  List<Role> roles(EntityArn arn) {
    List<Role> found = new ArrayList<>();
    for (Role role : inventory.roles()) {
      boolean path = role.path().map(arn.path()::equals).orElse(true);
      boolean known = role.trust().isPresent() || !role.permissions().isEmpty();
      if (known && path && isIn(role.account(), arn) && isNamed(role.name().plain(), arn)) {
        found.add(role);
      }
    }
    return found.stream().map(role -> inAccount(role, arn.account())).toList();
  }

  /** A role, read again as one of an account where its file does not say the account. */
  Role inAccount(Role role, String account) {
    if (role.account().isPresent()) {
      return role;
    }
    return again(role.origin(), account).roles().stream()
        .filter(r -> r.origin().span().equals(role.origin().span()))
        .filter(r -> r.world().equals(role.world()))
        .findFirst()
        .orElse(role);
  }

  private Inventory again(Origin at, String account) {
    return reread.computeIfAbsent(
        account + " " + at.file().name(), k -> ofAccount.apply(at.file(), account));
  }

  /** The roles of an account and a name, whatever their path; an account has one of a name. */
  List<Role> sameName(EntityArn arn) {
    return inventory.roles().stream()
        .filter(r -> isIn(r.account(), arn) && isNamed(r.name().plain(), arn))
        .toList();
  }

  /** The roles of a name: its own, or the one that a template calls it by. */
  List<Role> rolesNamed(String name) {
    return inventory.roles().stream().filter(r -> r.name().shown().equals(name)).toList();
  }

  /** The names of all roles. */
  List<String> roleNames() {
    return inventory.roles().stream().map(r -> r.name().shown()).distinct().sorted().toList();
  }

  /** The user of an ARN. */
  Optional<Identity> user(EntityArn arn) {
    return identity(Identity.Kind.USER, arn.name(), arn);
  }

  /** The group of a name in the account of a user. */
  Optional<Identity> group(String name, EntityArn user) {
    return identity(Identity.Kind.GROUP, name, user);
  }

  private Optional<Identity> identity(Identity.Kind kind, String name, EntityArn arn) {
    return inventory.identities().stream()
        .filter(i -> i.kind() == kind && isIn(i.account(), arn))
        .filter(i -> i.name().plain().filter(name::equals).isPresent())
        .findFirst()
        .map(i -> inAccount(i, arn.account()));
  }

  private Identity inAccount(Identity identity, String account) {
    if (identity.account().isPresent()) {
      return identity;
    }
    return again(identity.origin(), account).identities().stream()
        .filter(i -> i.origin().span().equals(identity.origin().span()))
        .findFirst()
        .orElse(identity);
  }

  /** The document of a managed policy. */
  Optional<PolicyDocument> managed(String arn) {
    Optional<PolicyDocument> attached = Optional.ofNullable(managed.get(arn));
    return attached.or(() -> standalone(arn).map(StandalonePolicy::document));
  }

  /** A policy that stands on its own is known by its name, and perhaps its account. */
  private Optional<StandalonePolicy> standalone(String arn) {
    Optional<String> account = PlainArn.accountOf(arn);
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    return inventory.policies().stream()
        .filter(p -> p.name().plain().filter(name::equals).isPresent())
        .filter(p -> p.account().isEmpty() || p.account().equals(account))
        .findFirst();
  }

  private static boolean isIn(Optional<String> account, EntityArn arn) {
    return account.isEmpty() || account.get().equals(arn.account());
  }

  private static boolean isNamed(Optional<String> name, EntityArn arn) {
    return name.filter(arn.name()::equals).isPresent();
  }
}
