package io.rolewright.model;

import java.util.List;
import java.util.Optional;

/**
 * A text in the form of an ARN: six pieces between colons, of which the last may hold further
 * colons. Any piece may be empty, have wildcards or be left open by a template.
 *
 * @param scheme the first piece, {@code arn} where the text is no pattern
 * @param account twelve digits, or empty as in the ARNs of buckets
 * @param resource all that stands behind the fifth colon
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon
 *     Resource Names</a>
 */
public record Arn(
    Text scheme, Text partition, Text service, Text region, Text account, Text resource) {

  private static final int PIECES = 6;

  /** The pieces of a text; empty where it has fewer than six. */
  public static Optional<Arn> of(Text text) {
    List<Text> pieces = text.split(':', PIECES);
    return pieces.size() < PIECES
        ? Optional.empty()
        : Optional.of(
            new Arn(
                pieces.get(0),
                pieces.get(1),
                pieces.get(2),
                pieces.get(3),
                pieces.get(4),
                pieces.get(5)));
  }
}
