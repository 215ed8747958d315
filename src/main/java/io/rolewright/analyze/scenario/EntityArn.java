package io.rolewright.analyze.scenario;

import io.rolewright.model.AccountNumber;
import java.util.Optional;

/**
 * The ARN of something in IAM or STS.
 *
 * @param resource all behind the account, such as {@code role/team/deploy}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM
 *     identifiers</a>
 */
record EntityArn(String partition, String service, String account, String resource) {

  private static final int PIECES = 6;

  /**
   * Reads an ARN of a service and type.
   *
   * @param type what the resource begins with: {@code role}, {@code assumed-role}
   * @return nothing where the text is no such ARN
   */
  static Optional<EntityArn> of(String text, String service, String type) {
    String[] pieces = text.split(":", PIECES);
    if (pieces.length < PIECES || !pieces[0].equals("arn") || !pieces[1].startsWith("aws")) {
      return Optional.empty();
    }
    boolean fits =
        pieces[2].equals(service)
            && pieces[3].isEmpty()
            && AccountNumber.isOne(pieces[4])
            && pieces[5].startsWith(type + "/")
            && !pieces[5].endsWith("/")
            && !pieces[5].contains("//")
            && pieces[5].chars().noneMatch(c -> c <= ' ' || c == '*' || c == '?');
    return fits
        ? Optional.of(new EntityArn(pieces[1], pieces[2], pieces[4], pieces[5]))
        : Optional.empty();
  }

  /** The ARN of an entity of IAM. */
  static EntityArn iam(String partition, String account, String resource) {
    return new EntityArn(partition, "iam", account, resource);
  }

  /** All behind the type: {@code team/deploy}. */
  String rest() {
    return resource.substring(resource.indexOf('/') + 1);
  }

  /** The name without path: {@code deploy}. */
  String name() {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  /** The path as IAM writes it: {@code /team/}, or {@code /} for none. */
  String path() {
    return resource.substring(resource.indexOf('/'), resource.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return "arn:" + partition + ":" + service + "::" + account + ":" + resource;
  }
}
