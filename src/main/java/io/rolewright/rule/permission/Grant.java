package io.rolewright.rule.permission;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What of a policy lets a request through.
 *
 * @param action the action pattern, or all of {@code NotAction}
 * @param resource the resource pattern, or all of {@code NotResource}
 * @param resourceText the resource pattern as written; {@code *} for {@code NotResource}
 */
public record Grant(Statement statement, Origin action, Origin resource, Text resourceText) {

  /** Whether the resource is one of many that the pattern speaks of, not named in full. */
  public boolean isWild() {
    return resourceText.hasWildcard();
  }

  /** The first statement that allows a request, one that surely does before others. */
  public static Optional<Grant> of(List<PolicyDocument> policies, Request request, String owner) {
    StatementMatch match = new StatementMatch(request, owner);
    return first(policies, s -> s.isAllow() && match.matchesPermission(s).isYes())
        .or(() -> first(policies, s -> !s.isDeny() && !match.matchesPermission(s).isNo()))
        .map(statement -> of(statement, request, match));
  }

  private static Optional<Statement> first(
      List<PolicyDocument> policies, Predicate<Statement> wanted) {
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        if (wanted.test(statement)) {
          return Optional.of(statement);
        }
      }
    }
    return Optional.empty();
  }

  private static Grant of(Statement statement, Request request, StatementMatch match) {
    Origin action =
        statement
            .action()
            .match(
                listed -> place(listed.patterns(), p -> ActionText.matches(p, request.action())),
                except -> Optional.<Origin>empty(),
                absent -> Optional.<Origin>empty())
            .orElse(statement.action().origin());
    Text resource =
        resource(statement, match).orElse(Text.pattern(statement.resource().origin(), "*"));
    return new Grant(statement, action, resource.origin(), resource);
  }

  private static Optional<Text> resource(Statement statement, StatementMatch match) {
    return statement
        .resource()
        .match(
            listed ->
                listed.patterns().stream()
                    .filter(p -> !match.matchesResource(only(statement, p)).isNo())
                    .findFirst(),
            except -> Optional.<Text>empty(),
            absent -> Optional.<Text>empty());
  }

  private static Statement only(Statement statement, Text resource) {
    return new Statement(
        statement.origin(),
        statement.sid(),
        statement.effect(),
        statement.effectAt(),
        statement.principal(),
        statement.action(),
        new ResourceElement.Listed(resource.origin(), List.of(resource)),
        statement.conditions());
  }

  private static Optional<Origin> place(List<Text> patterns, Predicate<Text> fits) {
    return patterns.stream().filter(fits).findFirst().map(Text::origin);
  }
}
