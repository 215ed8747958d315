package io.rolewright.rule.check;

import io.rolewright.catalog.ActionPattern;
import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.KeyLookup;
import io.rolewright.model.Condition;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Severity;
import java.util.List;

/** GR002: an action, condition key, operator or value that AWS does not know. */
public final class UnknownName implements Checker {

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    for (Statement statement : policy.document().statements()) {
      if (policy.kind() != PolicyKind.TRUST) {
        statement.action().patterns().forEach(action -> action(action, findings));
      }
      for (Condition condition : statement.conditions()) {
        operator(condition, findings);
        key(condition.key(), findings);
        OperandTypes.check(condition, findings);
      }
    }
  }

  private static void action(Text written, Findings findings) {
    if (written.hasUnknown()) {
      return;
    }
    ActionText.pattern(written)
        .ifPresentOrElse(
            pattern -> action(written, pattern, findings),
            () -> {
              List<String> near = Catalog.shipped().suggestActions(written.shown());
              findings.shape(
                  Severity.ERROR,
                  written.origin(),
                  name(written)
                      + " is no action: an action has the form `service:Name`"
                      + didYouMean(near));
            });
  }

  private static void action(Text written, ActionPattern pattern, Findings findings) {
    Catalog catalog = Catalog.shipped();
    if (pattern.coversManyServices()) {
      return;
    }
    if (!catalog.hasService(pattern.service())) {
      List<String> near = catalog.suggestServices(pattern.service());
      findings.shape(
          near.isEmpty() ? Severity.LOW : Severity.ERROR,
          written.origin(),
          "there is no service `" + pattern.service() + "` in AWS" + asOf(near));
    } else if (!pattern.isLiteral()) {
      if (!pattern.coversAllNames() && !catalog.matchesAny(pattern)) {
        findings.shape(
            Severity.MEDIUM, written.origin(), name(written) + " matches no action of AWS");
      }
    } else if (catalog.action(written.shown()).isEmpty()) {
      findings.shape(
          Severity.ERROR,
          written.origin(),
          "AWS has no action "
              + name(written)
              + didYouMean(catalog.suggestActions(written.shown())));
    }
  }

  private static void key(Text key, Findings findings) {
    if (key.hasUnknown()) {
      return;
    }
    Catalog.shipped()
        .conditionKey(key.shown())
        .match(
            known -> true,
            claim -> true,
            unknown -> {
              report(key, unknown, findings);
              return false;
            });
  }

  private static void report(Text key, KeyLookup.Unknown unknown, Findings findings) {
    findings.shape(
        unknown.suggestions().isEmpty() ? Severity.LOW : Severity.ERROR,
        key.origin(),
        "no request to AWS carries the condition key " + name(key) + asOf(unknown.suggestions()));
  }

  private static void operator(Condition condition, Findings findings) {
    if (condition.operator().isPresent() || condition.operatorName().isEmpty()) {
      return;
    }
    findings.shape(
        Severity.ERROR,
        condition.operatorAt(),
        "`"
            + condition.operatorName()
            + "` is no condition operator"
            + didYouMean(OperatorNames.near(condition.operatorName())));
  }

  private static String name(Text text) {
    return "`" + text.shown() + "`";
  }

  /** Without a likely meaning the name may simply be newer than the catalogue. */
  private static String asOf(List<String> near) {
    return near.isEmpty() ? ", as of " + Catalog.shipped().date() : didYouMean(near);
  }

  private static String didYouMean(List<String> near) {
    return near.isEmpty() ? "" : "; did you mean `" + near.get(0) + "`";
  }
}
