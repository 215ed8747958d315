package io.rolewright.rule.word;

import io.rolewright.model.ActionElement;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.Version;
import io.rolewright.rule.lang.Scope;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Sets of calls, said as policies that allow these calls and no others: so that patterns of actions
 * and resources mean in rules what they mean in policies (R1.17 to R1.25).
 */
final class Calls {

  private static final Text STAR = pattern("*");
  private static final Origin NOWHERE = STAR.origin();

  private Calls() {}

  /** All calls for actions that one of the patterns matches. */
  static PolicyDocument actions(List<Text> patterns) {
    return of(patterns.stream().map(Calls::pattern).toList(), List.of(STAR));
  }

  /** All calls on resources that one of the patterns matches. */
  static PolicyDocument resources(List<Text> patterns) {
    return of(List.of(STAR), patterns.stream().map(Calls::pattern).toList());
  }

  /** Text of a rule as a pattern; what a template leaves open in it stays open. */
  private static Text pattern(Text text) {
    return text.plain().map(Calls::pattern).orElse(text);
  }

  private static Text pattern(String glob) {
    return Text.pattern(Scope.text(glob).origin(), glob);
  }

  private static PolicyDocument of(List<Text> actions, List<Text> resources) {
    Statement statement =
        Statement.allow(
            NOWHERE,
            new PrincipalElement.Absent(NOWHERE),
            new ActionElement.Listed(NOWHERE, actions),
            new ResourceElement.Listed(NOWHERE, resources));
    return new PolicyDocument(
        NOWHERE,
        Version.V2012_10_17,
        Optional.empty(),
        List.of(statement),
        List.of(),
        new PolicyDocument.Size(0, 0, true));
  }
}
