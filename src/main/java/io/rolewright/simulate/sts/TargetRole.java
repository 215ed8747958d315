package io.rolewright.simulate.sts;

import io.rolewright.simulate.NamedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The role that a call asks for.
 *
 * @param arn with its path
 * @param account twelve digits
 * @param id {@code AROA…}; made up from the name where nobody said it
 * @param trust its trust policy
 * @param identity its inline and managed policies
 * @param maxSessionDuration in seconds
 * @param serviceLinked whether only its service may assume it (R2.22)
 */
public record TargetRole(
    String arn,
    String account,
    String id,
    NamedPolicy trust,
    List<NamedPolicy> identity,
    Optional<NamedPolicy> boundary,
    int maxSessionDuration,
    Map<String, String> tags,
    boolean serviceLinked) {

  public TargetRole {
    identity = List.copyOf(identity);
    tags = Map.copyOf(tags);
  }

  /** The name without its path. */
  public String name() {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
