package io.rolewright.rule.session;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The texts of a policy's principals, actions, resources and condition values. */
final class PolicyTexts {

  private PolicyTexts() {}

  static Stream<Text> of(Statement statement) {
    return Stream.of(
            statement.principal().patterns().stream().flatMap(PolicyTexts::path),
            statement.action().patterns().stream(),
            statement.resource().patterns().stream(),
            statement.conditions().stream().flatMap(c -> c.values().stream()))
        .flatMap(texts -> texts);
  }

  private static Stream<Text> path(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Identity identity) {
      return Stream.of(identity.path());
    }
    return pattern instanceof PrincipalPattern.Session session
        ? Stream.of(session.path())
        : Stream.empty();
  }

  /** The policy with other texts. */
  static PolicyDocument changed(PolicyDocument policy, UnaryOperator<Text> change) {
    return policy.with(policy.statements().stream().map(s -> changed(s, change)).toList());
  }

  private static Statement changed(Statement statement, UnaryOperator<Text> change) {
    return new Statement(
        statement.origin(),
        statement.sid(),
        statement.effect(),
        statement.effectAt(),
        principal(statement.principal(), change),
        action(statement.action(), change),
        resource(statement.resource(), change),
        statement.conditions().stream().map(c -> changed(c, change)).toList());
  }

  private static PrincipalElement principal(PrincipalElement element, UnaryOperator<Text> change) {
    return element.match(
        listed -> new PrincipalElement.Listed(listed.origin(), principals(listed, change)),
        except -> new PrincipalElement.Except(except.origin(), principals(except, change)),
        absent -> absent);
  }

  /** Of roles and users, and of sessions; other principals are no text of a template's own. */
  private static List<PrincipalPattern> principals(
      PrincipalElement element, UnaryOperator<Text> change) {
    return element.patterns().stream().map(p -> principal(p, change)).toList();
  }

  private static PrincipalPattern principal(PrincipalPattern p, UnaryOperator<Text> change) {
    if (p instanceof PrincipalPattern.Identity one) {
      return new PrincipalPattern.Identity(
          one.origin(), one.written(), one.kind(), one.account(), change.apply(one.path()));
    }
    return p instanceof PrincipalPattern.Session one
        ? new PrincipalPattern.Session(
            one.origin(), one.written(), one.account(), change.apply(one.path()))
        : p;
  }

  private static Condition changed(Condition condition, UnaryOperator<Text> change) {
    return condition.with(all(condition.values(), change));
  }

  private static ActionElement action(ActionElement element, UnaryOperator<Text> change) {
    return element.match(
        listed -> new ActionElement.Listed(listed.origin(), all(listed.patterns(), change)),
        except -> new ActionElement.Except(except.origin(), all(except.patterns(), change)),
        absent -> absent);
  }

  private static ResourceElement resource(ResourceElement element, UnaryOperator<Text> change) {
    return element.match(
        listed -> new ResourceElement.Listed(listed.origin(), all(listed.patterns(), change)),
        except -> new ResourceElement.Except(except.origin(), all(except.patterns(), change)),
        absent -> absent);
  }

  private static List<Text> all(List<Text> texts, UnaryOperator<Text> change) {
    return texts.stream().map(change).toList();
  }
}
