package io.rolewright.rule.permission;

import io.rolewright.model.ActionElement;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a template says as long as nobody changes its parameters: unknown pieces replaced by what
 * they typically are.
 */
public final class Defaults {

  private Defaults() {}

  /** The text with its defaults; empty where an unknown piece has none. */
  public static Optional<Text> of(Text text) {
    List<TextPart> parts = new ArrayList<>();
    for (TextPart part : text.parts()) {
      if (!(part instanceof TextPart.Unknown unknown)) {
        parts.add(part);
      } else if (unknown.typical().isPresent()) {
        parts.addAll(Text.pattern(text.origin(), unknown.typical().get()).parts());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Text(text.origin(), parts));
  }

  /**
   * The policy with the defaults in its actions and resources; empty where that changes nothing.
   */
  public static Optional<PolicyDocument> of(PolicyDocument policy) {
    if (policy.statements().stream().noneMatch(Defaults::hasDefault)) {
      return Optional.empty();
    }
    return Optional.of(policy.with(policy.statements().stream().map(Defaults::of).toList()));
  }

  /** The parameters that decide a text, for a message: {@code parameter A and parameter B}. */
  public static String deciders(Text text) {
    return deciders(List.of(text));
  }

  /** The parameters that {@link #of(PolicyDocument)} fills in for a holder. */
  public static String deciders(Holder holder) {
    List<Text> texts = new ArrayList<>();
    for (PolicyDocument policy : holder.policies()) {
      for (Statement statement : policy.statements()) {
        texts.addAll(statement.action().patterns());
        texts.addAll(statement.resource().patterns());
      }
    }
    return deciders(texts.stream().filter(Defaults::hasDefault).toList());
  }

  private static String deciders(List<Text> texts) {
    Set<String> names = new LinkedHashSet<>();
    texts.forEach(t -> t.unknowns().forEach(u -> names.add(u.name())));
    return String.join(" and ", names);
  }

  private static boolean hasDefault(Statement statement) {
    return statement.action().patterns().stream().anyMatch(Defaults::hasDefault)
        || statement.resource().patterns().stream().anyMatch(Defaults::hasDefault);
  }

  private static boolean hasDefault(Text text) {
    return text.unknowns().stream().anyMatch(u -> u.typical().isPresent());
  }

  private static Statement of(Statement statement) {
    return new Statement(
        statement.origin(),
        statement.sid(),
        statement.effect(),
        statement.effectAt(),
        statement.principal(),
        statement
            .action()
            .<ActionElement>match(
                listed -> new ActionElement.Listed(listed.origin(), all(listed.patterns())),
                except -> new ActionElement.Except(except.origin(), all(except.patterns())),
                absent -> absent),
        statement
            .resource()
            .<ResourceElement>match(
                listed -> new ResourceElement.Listed(listed.origin(), all(listed.patterns())),
                except -> new ResourceElement.Except(except.origin(), all(except.patterns())),
                absent -> absent),
        statement.conditions());
  }

  private static List<Text> all(List<Text> texts) {
    return texts.stream().map(t -> of(t).orElse(t)).toList();
  }
}
