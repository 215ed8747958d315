package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.word.Kinds.CONDITION;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.trust.Principals;
import io.rolewright.rule.trust.Typical;
import java.util.ArrayList;
import java.util.List;

/** Words about policies and their statements, and statements with something changed. */
final class StatementWords {

  private StatementWords() {}

  static void add(Words words) {
    words.kind(STATEMENT);
    words.word(
        "statements",
        DOCUMENT,
        STATEMENT.list(),
        "The policy's statements.",
        (scope, document) -> document.statements());
    words.word(
        "allows",
        DOCUMENT,
        STATEMENT.list(),
        "The statements that allow.",
        (scope, document) -> document.statements().stream().filter(Statement::isAllow).toList());
    words.word(
        "denies",
        DOCUMENT,
        STATEMENT.list(),
        "The statements that deny.",
        (scope, document) -> document.statements().stream().filter(Statement::isDeny).toList());
    elements(words);
    changes(words);
  }

  private static void elements(Words words) {
    words.word(
        "principals",
        STATEMENT,
        PRINCIPAL.list(),
        "The entries of `Principal`.",
        (scope, s) ->
            s.principal() instanceof PrincipalElement.Listed listed
                ? listed.patterns()
                : List.of());
    words.word(
        "notPrincipals",
        STATEMENT,
        PRINCIPAL.list(),
        "The entries of `NotPrincipal`.",
        (scope, s) ->
            s.principal() instanceof PrincipalElement.Except except
                ? except.patterns()
                : List.of());
    words.word(
        "everyone",
        STATEMENT,
        PRINCIPAL,
        "The entry of `Principal` that names everyone, if there is one.",
        (scope, s) ->
            s.principal() instanceof PrincipalElement.Listed listed
                ? listed.patterns().stream().filter(Principals::isEveryone).findFirst()
                : java.util.Optional.empty());
    words.word(
        "actions",
        STATEMENT,
        TEXT.list(),
        "The patterns of `Action`.",
        (scope, s) ->
            s.action() instanceof ActionElement.Listed listed ? listed.patterns() : List.of());
    words.word(
        "notActions",
        STATEMENT,
        TEXT.list(),
        "The patterns of `NotAction`.",
        (scope, s) ->
            s.action() instanceof ActionElement.Except except ? except.patterns() : List.of());
    words.word(
        "resources",
        STATEMENT,
        TEXT.list(),
        "The patterns of `Resource`.",
        (scope, s) ->
            s.resource() instanceof io.rolewright.model.ResourceElement.Listed listed
                ? listed.patterns()
                : List.of());
    words.word(
        "notResources",
        STATEMENT,
        TEXT.list(),
        "The patterns of `NotResource`.",
        (scope, s) ->
            s.resource() instanceof io.rolewright.model.ResourceElement.Except except
                ? except.patterns()
                : List.of());
    words.word(
        "conditions",
        STATEMENT,
        CONDITION.list(),
        "The tests of `Condition`.",
        (scope, s) -> s.conditions());
    words.word(
        "on",
        STATEMENT,
        TEXT,
        CONDITION.list(),
        "The tests of a condition key, in any letter case.",
        (scope, s, key) ->
            s.conditions().stream()
                .filter(c -> c.keyName().equalsIgnoreCase(key.shown()))
                .toList());
    words.word(
        "effect",
        STATEMENT,
        TEXT,
        "`Allow` or `Deny`; its place is the element's.",
        (scope, s) ->
            io.rolewright.model.Text.literal(
                s.effectAt(), s.isAllow() ? "Allow" : s.isDeny() ? "Deny" : ""));
    words.word(
        "principalElement",
        STATEMENT,
        TEXT,
        "The place of the principal element.",
        (scope, s) -> io.rolewright.model.Text.literal(s.principal().origin(), ""));
    words.word(
        "resourceElement",
        STATEMENT,
        TEXT,
        "`Resource` or `NotResource`, if the statement has one; its place is the element's.",
        (scope, s) ->
            s.resource()
                .match(
                    listed ->
                        java.util.Optional.of(
                            io.rolewright.model.Text.literal(listed.origin(), "Resource")),
                    except ->
                        java.util.Optional.of(
                            io.rolewright.model.Text.literal(except.origin(), "NotResource")),
                    absent -> java.util.Optional.<io.rolewright.model.Text>empty()));
    words.word(
        "actionElement",
        STATEMENT,
        TEXT,
        "The place of the action element.",
        (scope, s) -> io.rolewright.model.Text.literal(s.action().origin(), ""));
  }

  private static Statement typical(Statement s) {
    Statement known = Typical.of(s);
    if (!(known.principal() instanceof PrincipalElement.Listed listed)) {
      return known;
    }
    List<PrincipalPattern> named = new ArrayList<>();
    for (PrincipalPattern p : listed.patterns()) {
      named.add(Principals.isEveryone(p) ? new PrincipalPattern.Everyone(p.origin(), false) : p);
    }
    return known.with(new PrincipalElement.Listed(listed.origin(), named));
  }

  private static void changes(Words words) {
    words.word(
        "without",
        STATEMENT,
        CONDITION,
        STATEMENT,
        "The statement without a test.",
        (scope, s, gone) -> s.with(s.conditions().stream().filter(c -> c != gone).toList()));
    words.word(
        "typical",
        DOCUMENT,
        DOCUMENT,
        "The policy with template parameters in conditions being what they are unless someone"
            + " changes them: their default, or without one some plain text.",
        (scope, d) -> d.with(d.statements().stream().map(StatementWords::typical).toList()));
    words.word(
        "typical", STATEMENT, STATEMENT, "The same of a statement.", (scope, s) -> typical(s));
    words.word(
        "with",
        DOCUMENT,
        STATEMENT,
        STATEMENT,
        DOCUMENT,
        "The policy with the second statement in place of the first.",
        (scope, d, from, to) ->
            d.with(d.statements().stream().map(s -> s == from ? to : s).toList()));
    words.word(
        "without",
        DOCUMENT,
        STATEMENT,
        DOCUMENT,
        "The policy without a statement.",
        (scope, d, gone) -> d.with(d.statements().stream().filter(s -> s != gone).toList()));
    words.word(
        "without",
        DOCUMENT,
        STATEMENT.list(),
        DOCUMENT,
        "The policy without some statements.",
        (scope, d, gone) ->
            d.with(
                d.statements().stream()
                    .filter(s -> gone.stream().noneMatch(g -> g == s))
                    .toList()));
    words.word(
        "unconditional",
        STATEMENT,
        STATEMENT,
        "The statement without any test.",
        (scope, s) -> s.with(List.of()));
    words.word(
        "with",
        STATEMENT,
        CONDITION,
        CONDITION,
        STATEMENT,
        "The statement with the second test in place of the first.",
        StatementWords::with);
    words.word(
        "only",
        STATEMENT,
        PRINCIPAL,
        STATEMENT,
        "The statement as if it named this principal alone.",
        StatementWords::only);
    words.word(
        "without",
        STATEMENT,
        CONDITION.list(),
        STATEMENT,
        "The statement without some tests.",
        (scope, s, gone) ->
            s.with(
                s.conditions().stream()
                    .filter(c -> gone.stream().noneMatch(g -> g == c))
                    .toList()));
  }

  private static Statement with(Scope scope, Statement s, Condition from, Condition to) {
    List<Condition> changed = new ArrayList<>();
    s.conditions().forEach(c -> changed.add(c == from ? to : c));
    return s.with(changed);
  }

  private static Statement only(Scope scope, Statement s, PrincipalPattern principal) {
    return s.with(new PrincipalElement.Listed(s.principal().origin(), List.of(principal)));
  }
}
