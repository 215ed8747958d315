package io.rolewright.analyze.scenario;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.PlainArn;
import java.util.Optional;

/**
 * The ARN of something in IAM or STS.
 *
 * @param resource all behind the account, such as {@code role/team/deploy}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM
 *     identifiers</a>
 */
record EntityArn(String partition, String service, String account, String resource) {

  /** The path of roles that only their service may change or assume (R2.22). */
  private static final String SERVICE_LINKED = "/aws-service-role/";

  /**
   * Reads an ARN of a service and type.
   *
   * @param type what the resource begins with: {@code role}, {@code assumed-role}
   * @return nothing where the text is no such ARN
   */
  static Optional<EntityArn> of(String text, String service, String type) {
    return PlainArn.of(text)
        .filter(arn -> arn.partition().startsWith("aws") && arn.region().isEmpty())
        .filter(arn -> AccountNumber.isOne(arn.account()))
        .filter(arn -> arn.isOf(service, type + "/") && isPlainPath(arn.resource()))
        .map(arn -> new EntityArn(arn.partition(), service, arn.account(), arn.resource()));
  }

  private static boolean isPlainPath(String resource) {
    return !resource.endsWith("/")
        && !resource.contains("//")
        && resource.chars().noneMatch(c -> c <= ' ' || c == '*' || c == '?');
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

  /** Whether it is the ARN of a service-linked role. */
  boolean isServiceLinked() {
    return path().startsWith(SERVICE_LINKED);
  }

  @Override
  public String toString() {
    return "arn:" + partition + ":" + service + "::" + account + ":" + resource;
  }
}
