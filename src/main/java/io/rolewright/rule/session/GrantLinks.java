package io.rolewright.rule.session;

import io.rolewright.model.Arn;
import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which roles of an input its session grants give sessions of. A role is named by its ARN, or by
 * its name alone; a template's reference to its own role reads as one of these. Immutable.
 */
public final class GrantLinks {

  /**
   * What a grant names.
   *
   * @param granted the roles that are in the input, in the order of the grant
   * @param absent what it names and the input lacks
   */
  public record Linked(List<Granted> granted, List<Text> absent) {

    public Linked {
      granted = List.copyOf(granted);
      absent = List.copyOf(absent);
    }
  }

  private final Map<String, List<Role>> byName = new HashMap<>();

  private GrantLinks(Inventory inventory) {
    for (Role role : inventory.roles()) {
      byName.computeIfAbsent(role.name().shown(), n -> new ArrayList<>()).add(role);
    }
  }

  /** The links of an input. */
  public static GrantLinks of(Inventory inventory) {
    return new GrantLinks(inventory);
  }

  /** The roles of a grant. */
  public Linked of(SessionGrant grant) {
    List<Granted> granted = new ArrayList<>();
    List<Text> absent = new ArrayList<>();
    for (int i = 0; i < grant.roles().size(); i++) {
      Text named = grant.roles().get(i);
      boolean bound = isBound(grant, i);
      List<Role> roles = ofWorld(grant.world(), roles(named));
      roles.forEach(role -> granted.add(new Granted(grant, role, bound)));
      if (roles.isEmpty()) {
        absent.add(named);
      }
    }
    return new Linked(granted, absent);
  }

  /** The roles that a text names: several where a template has several versions of one. */
  public List<Role> roles(Text reference) {
    Text named = TemplateNames.filledIn(reference, "aws");
    String written = named.shown();
    String name = written.substring(written.lastIndexOf('/') + 1);
    Optional<Arn> arn = Arn.of(named);
    boolean isArn = written.startsWith("arn:");
    if (isArn && arn.filter(GrantLinks::isOfRole).isEmpty()) {
      return List.of();
    }
    return byName.getOrDefault(name, List.of()).stream()
        .filter(role -> isArn ? isSame(arn.get(), role) : isNamed(written, role))
        .filter(role -> !isOfTemplate(reference) || isOfSameFile(reference, role))
        .toList();
  }

  /** Whether it is a template's reference to a role whose name CloudFormation makes up. */
  private static boolean isOfTemplate(Text reference) {
    return reference.unknowns().stream().anyMatch(u -> TemplateNames.logicalId(u).isPresent());
  }

  private static boolean isOfSameFile(Text reference, Role role) {
    return role.origin().file() == reference.origin().file();
  }

  private static boolean isOfRole(Arn arn) {
    return arn.service().is("iam") && arn.resource().shown().startsWith("role/");
  }

  private static boolean isNamed(String written, Role role) {
    String own = role.name().shown();
    return written.equals(own)
        || role.path().filter(path -> (path + own).equals("/" + written)).isPresent();
  }

  /** What the input does not say of the role may be as the ARN has it. */
  private static boolean isSame(Arn arn, Role role) {
    String resource = arn.resource().shown();
    String path = resource.substring("role".length(), resource.lastIndexOf('/') + 1);
    Optional<String> account = arn.account().plain();
    return (account.isEmpty() || role.account().isEmpty() || account.equals(role.account()))
        && role.path().map(path::equals).orElse(true);
  }

  /** Of several versions of a role those that exist when the grant does, if that can be seen. */
  private static List<Role> ofWorld(String world, List<Role> roles) {
    List<Role> same = roles.stream().filter(role -> role.world().equals(world)).toList();
    return same.isEmpty() ? roles : same;
  }

  private static boolean isBound(SessionGrant grant, int position) {
    return switch (grant.kind()) {
      case PERMISSION_SET -> false;
      case POD_IDENTITY_ASSOCIATION -> position == grant.roles().size() - 1;
      default -> true;
    };
  }
}
