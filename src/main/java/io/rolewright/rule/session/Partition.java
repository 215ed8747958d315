package io.rolewright.rule.session;

import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The partition that a role is used in. A template that speaks of {@code AWS::Partition} means that
 * one, so what it says of ARNs is known once the partition is.
 */
final class Partition {

  private static final String PSEUDO_PARAMETER = "AWS::Partition";
  private static final List<String> OTHERS = List.of("aws-cn", "aws-us-gov");

  private Partition() {}

  /** The one that ARNs of the policies name; {@code aws} where they name none. */
  static String of(Role role, List<Attachment> sessionPolicies) {
    return Stream.concat(role.permissions().stream(), sessionPolicies.stream())
        .map(Attachment::document)
        .flatMap(Optional::stream)
        .flatMap(policy -> policy.statements().stream())
        .flatMap(statement -> statement.resource().patterns().stream())
        .flatMap(resource -> named(resource).stream())
        .findFirst()
        .orElse("aws");
  }

  private static Optional<String> named(Text resource) {
    if (resource.parts().isEmpty()
        || !(resource.parts().get(0) instanceof TextPart.Literal first)) {
      return Optional.empty();
    }
    return OTHERS.stream().filter(p -> first.value().startsWith("arn:" + p + ":")).findFirst();
  }

  /** The policy with the partition where a template leaves it to AWS. */
  static PolicyDocument filledIn(PolicyDocument policy, String partition) {
    if (policy.statements().stream().noneMatch(Partition::isOpen)) {
      return policy;
    }
    return PolicyTexts.changed(policy, text -> filledIn(text, partition));
  }

  private static boolean isOpen(Statement statement) {
    return PolicyTexts.of(statement).anyMatch(Partition::isOpen);
  }

  private static boolean isOpen(Text text) {
    for (TextPart part : text.parts()) {
      if (isOpen(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpen(TextPart part) {
    return part instanceof TextPart.Unknown unknown && unknown.name().equals(PSEUDO_PARAMETER);
  }

  private static Text filledIn(Text text, String partition) {
    List<TextPart> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (TextPart part : text.parts()) {
      if (isOpen(part)) {
        literal.append(partition);
      } else if (part instanceof TextPart.Literal some) {
        literal.append(some.value());
      } else {
        flush(literal, parts);
        parts.add(part);
      }
    }
    flush(literal, parts);
    return new Text(text.origin(), parts);
  }

  /** Neighbouring literals are one part of a text. */
  private static void flush(StringBuilder literal, List<TextPart> parts) {
    if (!literal.isEmpty()) {
      parts.add(new TextPart.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
