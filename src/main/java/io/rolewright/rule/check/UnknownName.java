package io.rolewright.rule.check;

import io.rolewright.catalog.ActionPattern;
import io.rolewright.catalog.Catalog;
import io.rolewright.model.Condition;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Severity;
import io.rolewright.rule.permission.ActionText;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** GR002: an action, condition key, operator or value that AWS does not know. */
public final class UnknownName implements Checker {

  /** What the names of many services' actions begin with, in small letters. */
  private static final Set<String> VERBS =
      Set.of(
          "batchget",
          "create",
          "delete",
          "describe",
          "get",
          "list",
          "lookup",
          "put",
          "search",
          "tag",
          "untag",
          "update",
          "view");

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    for (Statement statement : policy.document().statements()) {
      if (policy.kind() != PolicyKind.TRUST) {
        statement.action().patterns().forEach(action -> action(action, findings));
      }
      for (Condition condition : statement.conditions()) {
        operator(condition, findings);
        if (policy.kind() != PolicyKind.TRUST || !isClaim(condition.keyName())) {
          key(condition.key(), findings);
        }
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
            () ->
                report(
                    Severity.ERROR,
                    written.origin(),
                    name(written) + " is no action: an action has the form `service:Name`",
                    Catalog.shipped().suggestActions(written.shown()),
                    findings));
  }

  /** Whether it is a verb with a star, which lists of verbs have for services without it too. */
  private static boolean isVerb(Text written) {
    String shown = written.shown().toLowerCase(Locale.ROOT);
    String name = shown.substring(shown.indexOf(':') + 1);
    return name.endsWith("*") && VERBS.contains(name.substring(0, name.length() - 1));
  }

  private static void action(Text written, ActionPattern pattern, Findings findings) {
    Catalog catalog = Catalog.shipped();
    if (pattern.coversManyServices()) {
      return;
    }
    if (!catalog.hasService(pattern.service())) {
      maybeNew(
          written.origin(),
          "there is no service `" + pattern.service() + "` in AWS",
          meant(written, pattern),
          findings);
    } else if (!pattern.isLiteral()) {
      if (!pattern.coversAllNames() && !catalog.matchesAny(pattern)) {
        Severity severity = isVerb(written) ? Severity.LOW : Severity.MEDIUM;
        findings.shape(severity, written.origin(), name(written) + " matches no action of AWS");
      }
    } else if (catalog.action(written.shown()).isEmpty()) {
      report(
          Severity.ERROR,
          written.origin(),
          "AWS has no action " + name(written),
          catalog.suggestActions(written.shown()),
          findings);
    }
  }

  /** An action of a service with a similar name, else the service. */
  private static List<String> meant(Text written, ActionPattern pattern) {
    List<String> actions = Catalog.shipped().suggestActions(written.shown());
    return actions.isEmpty() ? Catalog.shipped().suggestServices(pattern.service()) : actions;
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
              maybeNew(
                  key.origin(),
                  "no request to AWS carries the condition key " + name(key),
                  unknown.suggestions(),
                  findings);
              return false;
            });
  }

  /** A claim of an identity provider, which the federation rules speak of in trust policies. */
  private static boolean isClaim(String key) {
    // why: a rule of its own tells that an issuer is written without https://
    int start = key.startsWith("https://") ? "https://".length() : 0;
    int colon = key.indexOf(':', start);
    return colon > start && key.lastIndexOf('.', colon) > start;
  }

  private static void operator(Condition condition, Findings findings) {
    if (condition.operator().isPresent() || condition.operatorName().isEmpty()) {
      return;
    }
    report(
        Severity.ERROR,
        condition.operatorAt(),
        "`" + condition.operatorName() + "` is no condition operator",
        OperatorNames.near(condition.operatorName()),
        findings);
  }

  /** A name that is like no other may simply be newer than the catalogue. */
  private static void maybeNew(Origin at, String message, List<String> near, Findings findings) {
    if (near.isEmpty()) {
      findings.shape(Severity.LOW, at, message + ", as of " + Catalog.shipped().date());
    } else {
      report(Severity.ERROR, at, message, near, findings);
    }
  }

  /** Where a name is near, writing that is the advice; else the rule's own. */
  private static void report(
      Severity severity, Origin at, String message, List<String> near, Findings findings) {
    if (near.isEmpty()) {
      findings.shape(severity, at, message);
    } else {
      String meant = "`" + near.get(0) + "`";
      findings.shape(severity, at, message + "; did you mean " + meant, "write " + meant);
    }
  }

  private static String name(Text text) {
    return "`" + text.shown() + "`";
  }
}
