package io.rolewright.analyze.who;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills in what a template's policies say of the template's own roles and users. Their generated
 * names are not known, but whose they are is: they are called here as the template calls them, and
 * the partition is everywhere the same.
 */
final class OwnNames {

  private static final String PARTITION = "AWS::Partition";
  private static final String GENERATED = "generated name of ";

  private final String partition;

  /**
   * @param partition of all ARNs of the file
   */
  OwnNames(String partition) {
    this.partition = partition;
  }

  /** The policy with these names; the same one where none is left open. */
  PolicyDocument in(PolicyDocument policy) {
    return policy.statements().stream().noneMatch(OwnNames::isOpen) ? policy : settled(policy);
  }

  private static boolean isOpen(Statement statement) {
    for (Text text : statement.resource().patterns()) {
      if (text.hasUnknown()) {
        return true;
      }
    }
    for (PrincipalPattern pattern : statement.principal().patterns()) {
      if (pattern.shown().indexOf('<') >= 0) {
        return true;
      }
    }
    return false;
  }

  private PolicyDocument settled(PolicyDocument policy) {
    return policy.with(policy.statements().stream().map(this::in).toList());
  }

  private Statement in(Statement statement) {
    return new Statement(
        statement.origin(),
        statement.sid(),
        statement.effect(),
        statement.effectAt(),
        in(statement.principal()),
        statement.action(),
        in(statement.resource()),
        statement.conditions());
  }

  private PrincipalElement in(PrincipalElement element) {
    return element.match(
        listed -> new PrincipalElement.Listed(listed.origin(), named(listed.patterns())),
        except -> new PrincipalElement.Except(except.origin(), named(except.patterns())),
        absent -> absent);
  }

  private ResourceElement in(ResourceElement element) {
    return element.match(
        listed -> new ResourceElement.Listed(listed.origin(), texts(listed.patterns())),
        except -> new ResourceElement.Except(except.origin(), texts(except.patterns())),
        absent -> absent);
  }

  private List<Text> texts(List<Text> texts) {
    return texts.stream().map(this::in).toList();
  }

  private List<PrincipalPattern> named(List<PrincipalPattern> patterns) {
    return patterns.stream().map(this::in).toList();
  }

  private PrincipalPattern in(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Identity identity) {
      return new PrincipalPattern.Identity(
          identity.origin(),
          in(identity.written()),
          identity.kind(),
          identity.account(),
          in(identity.path()));
    }
    if (pattern instanceof PrincipalPattern.Account account) {
      return new PrincipalPattern.Account(
          account.origin(), in(account.written()), account.account());
    }
    return pattern;
  }

  private Text in(Text text) {
    if (text.unknowns().isEmpty()) {
      return text;
    }
    List<TextPart> parts = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    for (TextPart part : text.parts()) {
      Optional<String> plain = letters(part);
      if (plain.isPresent()) {
        letters.append(plain.get());
        continue;
      }
      flush(letters, parts);
      parts.add(part);
    }
    flush(letters, parts);
    return new Text(text.origin(), parts);
  }

  private static void flush(StringBuilder letters, List<TextPart> into) {
    if (letters.length() > 0) {
      into.add(new TextPart.Literal(letters.toString()));
      letters.setLength(0);
    }
  }

  private Optional<String> letters(TextPart part) {
    if (part instanceof TextPart.Literal literal) {
      return Optional.of(literal.value());
    }
    if (!(part instanceof TextPart.Unknown unknown)) {
      return Optional.empty();
    }
    String name = unknown.name();
    if (name.equals(PARTITION)) {
      return Optional.of(partition);
    }
    boolean own = name.startsWith(GENERATED + "role `") || name.startsWith(GENERATED + "user `");
    return own
        ? Optional.of(name.substring(name.indexOf('`') + 1, name.length() - 1))
        : Optional.empty();
  }
}
