package io.rolewright.rule.word;

import io.rolewright.model.Condition;
import io.rolewright.model.Defect;
import io.rolewright.model.Effect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a template leaves open in a policy as a whole: a statement, or an element of one. A piece of
 * a text that is left open is no such thing, since rules reason about it and name it.
 */
final class LeftOpen {

  private static final Set<Defect.Kind> FAULTS =
      Set.of(Defect.Kind.INVALID_EFFECT, Defect.Kind.MISSING_ELEMENT, Defect.Kind.WRONG_TYPE);

  private final PolicyDocument document;
  private final List<Problem> gaps = new ArrayList<>();

  private LeftOpen(PolicyDocument document) {
    this.document = document;
  }

  /** By statement, in written order. */
  static List<Problem> in(PolicyDocument document) {
    LeftOpen open = new LeftOpen(document);
    document.statements().forEach(open::look);
    return open.gaps;
  }

  private void look(Statement statement) {
    if (statement.isOpen()) {
      String name = openPrincipal(statement).map(p -> named(p.text())).orElse("the template");
      String what = document.isOpen() ? "this policy" : "a statement";
      tell(statement.origin(), "what " + what + " says is left open by " + name);
      return;
    }
    if (statement.effect() == Effect.UNKNOWN && !isFault(statement.effectAt())) {
      tell(statement.effectAt(), "the effect of " + statement.shown() + " is left open");
    }
    openPrincipal(statement)
        .ifPresent(
            p -> tell(p.origin(), whole("who is meant by the principal", statement, p.text())));
    statement.action().patterns().stream()
        .filter(pattern -> pattern.hasUnknown() && pattern.parts().size() == 1)
        .forEach(pattern -> tell(pattern.origin(), whole("an action", statement, pattern)));
    statement.conditions().stream()
        .filter(test -> test.operator().isEmpty() && test.key().hasUnknown())
        .map(Condition::key)
        .forEach(key -> tell(key.origin(), whole("a part of the conditions", statement, key)));
  }

  private boolean isFault(Origin at) {
    return document.defects().stream()
        .anyMatch(defect -> FAULTS.contains(defect.kind()) && defect.at().isSamePlace(at));
  }

  /** The principal element itself, not what stands under a type in it. */
  private static Optional<PrincipalPattern.Unresolved> openPrincipal(Statement statement) {
    return statement.principal().patterns().stream()
        .filter(PrincipalPattern.Unresolved.class::isInstance)
        .map(PrincipalPattern.Unresolved.class::cast)
        .filter(pattern -> pattern.type().isEmpty())
        .findFirst();
  }

  private static String whole(String what, Statement statement, Text by) {
    return what + " of " + statement.shown() + " is left open by " + named(by);
  }

  private static String named(Text open) {
    return open.unknowns().stream().map(TextPart.Unknown::name).findFirst().orElse("the template");
  }

  private void tell(Origin at, String what) {
    gaps.add(Problem.gap(what + "; taken for anything that it may be", at));
  }
}
