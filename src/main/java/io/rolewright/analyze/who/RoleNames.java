package io.rolewright.analyze.who;

import io.rolewright.reason.estate.Principal;
import io.rolewright.source.Closest;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the role that a person means. */
final class RoleNames {

  private static final int MOST_LISTED = 12;

  private RoleNames() {}

  /**
   * The roles of one ARN, or what is wrong.
   *
   * @param roles of one ARN; none if there is a problem
   */
  record Found(List<Principal> roles, Optional<String> problem) {}

  /** The role of a name or an ARN; the name may have its path. */
  static Found find(String written, List<Principal> all) {
    List<Principal> roles = all.stream().filter(Principal::isRole).toList();
    List<Principal> meant = roles.stream().filter(role -> isMeant(written, role)).toList();
    TreeSet<String> arns = new TreeSet<>();
    meant.forEach(role -> arns.add(role.arn()));
    if (arns.size() > 1) {
      String which = arns.stream().map(a -> "`" + a + "`").collect(Collectors.joining(", "));
      return problem("several roles are called `" + written + "`; give the ARN: " + which);
    }
    return meant.isEmpty() ? problem(missing(written, roles)) : new Found(meant, Optional.empty());
  }

  private static boolean isMeant(String written, Principal role) {
    if (written.startsWith("arn:")) {
      return role.arn().equals(written);
    }
    return role.name().equals(written) || role.arn().endsWith(":role/" + written);
  }

  private static String missing(String written, List<Principal> roles) {
    if (roles.isEmpty()) {
      return "there is no role in this file";
    }
    boolean arn = written.startsWith("arn:");
    List<String> names = roles.stream().map(arn ? Principal::arn : Principal::name).toList();
    String hint = Closest.hint(written, names);
    return "there is no role `" + written + "` in this file" + (hint.isEmpty() ? has(names) : hint);
  }

  /** The end of a message: all roles, if they are few. */
  private static String has(List<String> names) {
    String all = names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    return names.size() > MOST_LISTED ? "" : "; it has " + all;
  }

  private static Found problem(String message) {
    return new Found(List.of(), Optional.of(message));
  }
}
