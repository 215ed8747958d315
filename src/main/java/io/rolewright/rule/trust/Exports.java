package io.rolewright.rule.trust;

import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.IdentityKind;
import io.rolewright.model.Role;
import io.rolewright.source.SourceFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The users and roles of one account that the input holds, and whether it holds them all.
 *
 * @param kind which of the two are meant
 */
public record Exports(Inventory inventory, String account, IdentityKind kind) {

  /** AWS makes roles below this path in every account, so that a list with one is no selection. */
  private static final String SERVICE_LINKED = "/aws-service-role/";

  /** The complete export that lacks a user or role, if the input holds one. */
  public static Optional<SourceFile> lacking(
      Inventory inventory, PrincipalPattern.Identity identity) {
    Optional<String> account = identity.account().plain();
    Optional<String> path = identity.path().plain();
    if (account.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    String name = path.get().substring(path.get().lastIndexOf('/') + 1);
    Exports exports = new Exports(inventory, account.get(), identity.kind());
    return exports.has(name) ? Optional.empty() : exports.complete();
  }

  /** Whether the input has a user or role of this name, its path aside. */
  public boolean has(String name) {
    return kind == IdentityKind.ROLE
        ? roles().anyMatch(role -> role.name().is(name))
        : users().anyMatch(user -> user.name().is(name));
  }

  /**
   * The file that lists all of them, if there is one that looks complete: it was read without a
   * problem, and names users or groups of that account beside roles, which only exports of whole
   * accounts do, or has the service-linked roles that AWS makes in every account.
   */
  public Optional<SourceFile> complete() {
    Set<SourceFile> files = new LinkedHashSet<>();
    roles().forEach(role -> files.add(role.origin().file()));
    return files.stream().filter(this::isComplete).findFirst();
  }

  private boolean isComplete(SourceFile file) {
    boolean sound = inventory.problems().stream().noneMatch(p -> p.at().file() == file);
    boolean users = users().anyMatch(user -> user.origin().file() == file);
    return sound && isExport(file) && (kind == IdentityKind.ROLE || users);
  }

  private boolean isExport(SourceFile file) {
    List<Role> here = roles().filter(r -> r.origin().file() == file).toList();
    // why: templates name few paths, exports give every role's
    boolean paths = here.stream().allMatch(r -> r.path().isPresent());
    boolean serviceLinked =
        here.stream().anyMatch(r -> r.path().filter(p -> p.startsWith(SERVICE_LINKED)).isPresent());
    boolean others =
        inventory.identities().stream()
            .anyMatch(i -> isHere(i.account()) && i.origin().file() == file);
    return paths && (serviceLinked || others);
  }

  private Stream<Role> roles() {
    return inventory.roles().stream().filter(role -> isHere(role.account()));
  }

  private Stream<Identity> users() {
    return inventory.identities().stream()
        .filter(i -> i.kind() == Identity.Kind.USER && isHere(i.account()));
  }

  private boolean isHere(Optional<String> owner) {
    return owner.filter(account::equals).isPresent();
  }
}
