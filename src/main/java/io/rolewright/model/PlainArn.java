package io.rolewright.model;

import java.util.Optional;

/**
 * The pieces of an ARN that a request or a caller has: plain text, in which nothing is a wildcard
 * or variable. An ARN as a policy writes it is an {@link Arn}.
 *
 * @param resource all that stands behind the fifth colon; not empty
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Identify AWS
 *     resources with ARNs</a>
 */
public record PlainArn(
    String partition, String service, String region, String account, String resource) {

  private static final int PIECES = 6;

  /** The pieces of a text; empty where it is no ARN. */
  public static Optional<PlainArn> of(String text) {
    String[] p = text.split(":", PIECES);
    return p.length < PIECES || !p[0].equals("arn") || p[1].isEmpty() || p[5].isEmpty()
        ? Optional.empty()
        : Optional.of(new PlainArn(p[1], p[2], p[3], p[4], p[5]));
  }

  /** The account of an ARN; empty where it names none. */
  public static Optional<String> accountOf(String text) {
    return of(text).map(PlainArn::account).filter(a -> !a.isEmpty());
  }

  /** The partition of an ARN, {@code aws} of a text that is none. */
  public static String partitionOf(Optional<String> arn) {
    return arn.flatMap(PlainArn::of).map(PlainArn::partition).orElse("aws");
  }

  /** Whether it is of a service and its resource begins so and goes on: {@code role/}. */
  public boolean isOf(String otherService, String resourcePrefix) {
    return service.equals(otherService)
        && resource.startsWith(resourcePrefix)
        && resource.length() > resourcePrefix.length();
  }
}
