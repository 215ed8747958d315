package io.rolewright.rule.trust;

import io.rolewright.model.Arn;
import io.rolewright.model.Attachment;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * The partition that a role is in, such as {@code aws} or {@code aws-cn}, as far as ARNs tell it.
 *
 * @param expected the role's partition
 * @param shownBy what shows it
 */
public record Partitions(String expected, Origin shownBy) {

  /**
   * Told by the role's managed policies, else by an identity provider, which are all of the role's
   * own partition, else by the first principal that has one.
   */
  public static Optional<Partitions> of(Role role, List<Statement> trust) {
    return ofPolicies(role)
        .or(() -> ofPrincipals(trust, true))
        .or(() -> ofPrincipals(trust, false));
  }

  private static Optional<Partitions> ofPolicies(Role role) {
    for (Attachment attachment : role.permissions()) {
      Optional<String> found = partitionOf(attachment.name());
      if (attachment.managed() && found.isPresent()) {
        return Optional.of(new Partitions(found.get(), attachment.origin()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Partitions> ofPrincipals(List<Statement> trust, boolean providers) {
    for (Statement statement : trust) {
      for (PrincipalPattern pattern : statement.principal().patterns()) {
        boolean asked = !providers || pattern instanceof PrincipalPattern.Federated;
        Optional<String> found = asked ? partitionOf(pattern) : Optional.empty();
        if (found.isPresent()) {
          return Optional.of(new Partitions(found.get(), pattern.origin()));
        }
      }
    }
    return Optional.empty();
  }

  /** The partition in a principal's ARN, if it is a legal one with a known partition. */
  public static Optional<String> partitionOf(PrincipalPattern pattern) {
    return pattern instanceof PrincipalPattern.Malformed
        ? Optional.empty()
        : partitionOf(pattern.text());
  }

  private static Optional<String> partitionOf(Text arn) {
    return Arn.of(arn).filter(a -> a.scheme().is("arn")).flatMap(a -> a.partition().plain());
  }
}
