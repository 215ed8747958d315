package io.rolewright.rule.permission;

import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Policies without their conditions and variables, in the caller's favour. Law: what these refuse,
 * perhaps some pieces being unknown, the policies themselves refuse in every context.
 */
final class Widened {

  private final Predicate<Condition> barring;

  /**
   * @param barring tells conditions that are met in no request; what they are on never allows
   */
  Widened(Predicate<Condition> barring) {
    this.barring = barring;
  }

  NamedPolicy of(NamedPolicy policy) {
    return new NamedPolicy(policy.name(), of(policy.document()));
  }

  PolicyDocument of(PolicyDocument policy) {
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      if (!statement.isDeny() && statement.conditions().stream().anyMatch(barring)) {
        continue;
      }
      if (!statement.isDeny()) {
        statements.add(withResource(statement.with(List.of())));
      } else if (statement.conditions().isEmpty() && !hasVariables(statement)) {
        statements.add(statement);
      }
    }
    return policy.with(statements);
  }

  private static boolean hasVariables(Statement statement) {
    return statement.resource().patterns().stream().anyMatch(t -> !t.variables().isEmpty());
  }

  private static Statement withResource(Statement statement) {
    if (!hasVariables(statement)) {
      return statement;
    }
    ResourceElement element = statement.resource();
    Text all = Text.pattern(element.origin(), "*");
    List<Text> wide =
        element.match(
            listed -> listed.patterns().stream().map(Widened::open).toList(),
            except -> List.of(all),
            absent -> List.of(all));
    return new Statement(
        statement.origin(),
        statement.sid(),
        statement.effect(),
        statement.effectAt(),
        statement.principal(),
        statement.action(),
        new ResourceElement.Listed(element.origin(), wide),
        statement.conditions());
  }

  /** The text where a variable may be anything; it may hold colons, too. */
  private static Text open(Text text) {
    if (text.variables().isEmpty()) {
      return text;
    }
    List<TextPart> parts = new ArrayList<>();
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Variable) {
        parts.add(new TextPart.AnyRun());
        return new Text(text.origin(), parts);
      }
      parts.add(part);
    }
    return new Text(text.origin(), parts);
  }
}
