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
 * What some pieces that a template leaves to AWS stand for. {@code AWS::Partition} is the partition
 * that a role is used in; a name that CloudFormation makes up stands for a thing of the template,
 * which goes by its logical id here as {@link Role#name()} has it.
 */
public final class TemplateNames {

  private static final String PSEUDO_PARAMETER = "AWS::Partition";
  private static final String GENERATED = "generated name of ";
  private static final List<String> OTHERS = List.of("aws-cn", "aws-us-gov");

  private TemplateNames() {}

  /** The one that ARNs of the policies name; {@code aws} where they name none. */
  static String partition(Role role, List<Attachment> sessionPolicies) {
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

  /** The policy with the partition and with logical ids. */
  static PolicyDocument filledIn(PolicyDocument policy, String partition) {
    if (policy.statements().stream().noneMatch(TemplateNames::isOpen)) {
      return policy;
    }
    return PolicyTexts.changed(policy, text -> filledIn(text, partition));
  }

  private static boolean isOpen(Statement statement) {
    return PolicyTexts.of(statement).anyMatch(TemplateNames::isOpen);
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
    return part instanceof TextPart.Unknown unknown
        && (unknown.name().equals(PSEUDO_PARAMETER) || logicalId(unknown).isPresent());
  }

  /** Of a name that CloudFormation makes up, as {@code generated name of role `R`} is one. */
  static Optional<String> logicalId(TextPart.Unknown name) {
    int quote = name.name().indexOf('`');
    return name.name().startsWith(GENERATED) && quote > 0
        ? Optional.of(name.name().substring(quote + 1, name.name().length() - 1))
        : Optional.empty();
  }

  /** A name or ARN as messages show it: by the logical id where CloudFormation makes it up. */
  public static String title(Text name) {
    return name.parts().stream()
        .flatMap(
            part -> part instanceof TextPart.Unknown u ? logicalId(u).stream() : Stream.empty())
        .findFirst()
        .orElseGet(name::shown);
  }

  private static String meant(TextPart part, String partition) {
    return logicalId((TextPart.Unknown) part).orElse(partition);
  }

  /** The same of a text. */
  static Text filledIn(Text text, String partition) {
    List<TextPart> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (TextPart part : text.parts()) {
      if (isOpen(part)) {
        literal.append(meant(part, partition));
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
