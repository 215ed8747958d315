package io.rolewright.analyze.who;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked: who can assume a role, or who can do something.
 *
 * @param role a name or an ARN; none if a permission is asked for
 * @param permission what is to be done instead
 * @param file with the role, and perhaps users and other roles
 * @param account twelve digits: who owns what the file does not say an owner of
 */
public record WhoQuestion(
    Optional<String> role, Optional<Permission> permission, Path file, Optional<String> account) {

  /**
   * Something that policies allow.
   *
   * @param policy a file with the policy of the resource
   */
  public record Permission(String action, String resource, Optional<Path> policy) {}
}
