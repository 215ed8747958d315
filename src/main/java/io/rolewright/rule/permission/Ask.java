package io.rolewright.rule.permission;

import io.rolewright.model.PolicyDocument;
import java.util.List;
import java.util.Optional;

/**
 * A question about a holder: is there a request of his for an action on one of some resources that
 * goes through?
 *
 * @param action one action, such as {@code iam:PassRole}
 * @param given what is so of the request besides
 * @param other who must agree to it; nobody where the resource is of the holder's own account and
 *     no policy of its own is looked at
 */
public record Ask(String action, Targets targets, List<Given> given, Optional<Other> other) {

  /**
   * The side of the resource.
   *
   * @param account that owns it
   * @param trust its policy, without whose word nobody gets in
   */
  public record Other(String account, PolicyDocument trust) {}

  public Ask {
    given = List.copyOf(given);
  }

  /** For an action on one of these, whatever else the request says. */
  public static Ask of(String action, Targets targets) {
    return new Ask(action, targets, List.of(), Optional.empty());
  }

  /** The same of requests of which something more is so. */
  public Ask with(Given... more) {
    return new Ask(action, targets, List.of(more), other);
  }

  /** The same where the resource's owner must agree too. */
  public Ask across(Other side) {
    return new Ask(action, targets, given, Optional.of(side));
  }
}
