package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ANSWER;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.CONDITION;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.FAULT;
import static io.rolewright.rule.word.Kinds.POLICY;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Defect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.Version;
import io.rolewright.rule.Estate.Relation;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import io.rolewright.simulate.Operands;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Words about what a policy can do without: old forms, repetitions, dates that are over. */
final class HygieneWords {

  private static final Set<String> CLOCK = Set.of("aws:currenttime", "aws:epochtime");
  private static final Set<Comparison> UNTIL =
      Set.of(
          Comparison.DATE_LESS_THAN,
          Comparison.DATE_LESS_THAN_EQUALS,
          Comparison.DATE_EQUALS,
          Comparison.NUMERIC_LESS_THAN,
          Comparison.NUMERIC_LESS_THAN_EQUALS,
          Comparison.NUMERIC_EQUALS);

  private HygieneWords() {}

  static void add(Words words) {
    words.word(
        "version",
        DOCUMENT,
        TEXT,
        "The `Version` of the policy; empty if it has none, its place being the policy's then.",
        (scope, d) -> d.versionAt().orElse(Text.literal(d.origin(), "")));
    words.word(
        "olderVersion",
        DOCUMENT,
        TRUTH,
        "Whether it is written in the language before policy variables: version `2008-10-17`, or"
            + " none.",
        (scope, d) -> d.version() == Version.ABSENT || d.version() == Version.V2008_10_17);
    words.word(
        "unreadVariable",
        DOCUMENT,
        TEXT,
        "The first resource or tested value with a policy variable in it that the policy's version"
            + " takes for plain letters.",
        (scope, d) -> unreadVariable(d));
    words.word(
        "sidFaults",
        DOCUMENT,
        FAULT.list(),
        "Sids with characters that AWS does not take, and Sids that stand twice.",
        (scope, d) -> sidFaults(d));
    words.word("sid", STATEMENT, TEXT, "The statement's Sid.", (scope, s) -> s.sid());
    words.word(
        "emptyLists",
        STATEMENT,
        TEXT.list(),
        "The elements of the statement, and the values of its tests, that are empty lists.",
        (scope, s) -> emptyLists(s));
    words.word(
        "isOver",
        CONDITION,
        TRUTH,
        "Whether it asks for a time before the day of the run, so that it never holds again.",
        HygieneWords::isOver);
    redundancy(words);
  }

  private static void redundancy(Words words) {
    words.word(
        "redundantStatements",
        POLICY,
        STATEMENT.list(),
        "Statements that can all be left out without a change: Allows that add nothing to the"
            + " others or are denied in full, and Denies that add nothing to other Denies.",
        (scope, p) -> new Redundancy(p).statements());
    words.word(
        "canDoWithout",
        POLICY,
        STATEMENT,
        ANSWER,
        "Whether nothing changes if this one statement is left out.",
        (scope, p, s) -> new Redundancy(p).of(s));
    words.word(
        "coveringAction",
        STATEMENT,
        TEXT,
        TEXT,
        "Another pattern of the same action element that matches all that this one matches; of two"
            + " that match the same, the earlier.",
        (scope, s, action) -> Covering.action(s, action));
    words.word(
        "coveringResource",
        STATEMENT,
        TEXT,
        TEXT,
        "The same among the patterns of the resource element.",
        (scope, s, resource) -> Covering.resource(s, resource));
    words.word(
        "covering",
        CONDITION,
        TEXT,
        TEXT,
        "The same among the values of a test, as its operator compares them.",
        (scope, c, value) -> Covering.value(c, value));
    words.word(
        "covering",
        STATEMENT,
        PRINCIPAL,
        PRINCIPAL,
        "Another principal of the statement that is the same or takes this one in, as a foreign"
            + " account does.",
        (scope, s, p) -> Covering.principal(s, p, (account, wide) -> isForeign(scope, account)));
  }

  private static boolean isForeign(Scope scope, Text account) {
    return scope
        .role()
        .map(role -> scope.estate().relation(account, role))
        .filter(r -> r == Relation.TRUSTED || r == Relation.EXTERNAL)
        .isPresent();
  }

  private static Optional<Text> unreadVariable(PolicyDocument document) {
    return document.statements().stream()
        .flatMap(
            s ->
                Stream.concat(
                    s.resource().patterns().stream(),
                    s.conditions().stream().flatMap(c -> c.values().stream())))
        .filter(text -> text.variables().isEmpty() && text.shown().contains("${"))
        .findFirst();
  }

  private static List<Defect> sidFaults(PolicyDocument document) {
    return document.defects().stream().filter(d -> d.kind() == Defect.Kind.INVALID_SID).toList();
  }

  private static List<Text> emptyLists(Statement s) {
    List<Text> empty = new ArrayList<>();
    if (s.principal() instanceof PrincipalElement.Listed listed && listed.patterns().isEmpty()) {
      empty.add(Text.literal(listed.origin(), "Principal"));
    }
    if (s.action() instanceof ActionElement.Listed listed && listed.patterns().isEmpty()) {
      empty.add(Text.literal(listed.origin(), "Action"));
    }
    if (s.action() instanceof ActionElement.Except except && except.patterns().isEmpty()) {
      empty.add(Text.literal(except.origin(), "NotAction"));
    }
    if (s.resource() instanceof ResourceElement.Listed listed && listed.patterns().isEmpty()) {
      empty.add(Text.literal(listed.origin(), "Resource"));
    }
    for (Condition c : s.conditions()) {
      if (c.values().isEmpty()) {
        empty.add(Text.literal(c.valuesAt(), c.key().shown()));
      }
    }
    return empty;
  }

  private static boolean isOver(Scope scope, Condition c) {
    boolean until =
        CLOCK.contains(c.keyName())
            && c.operator().filter(o -> !o.negated() && UNTIL.contains(o.comparison())).isPresent();
    BigDecimal today =
        BigDecimal.valueOf(scope.estate().today().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
    return until
        && !c.values().isEmpty()
        && c.values().stream().allMatch(value -> isBefore(value, today));
  }

  /** Whether it is a moment before another, in seconds since 1970. */
  private static boolean isBefore(Text value, BigDecimal moment) {
    return value
        .plain()
        .flatMap(v -> Operands.seconds(v).or(() -> Operands.number(v)))
        .filter(seconds -> seconds.compareTo(moment) < 0)
        .isPresent();
  }
}
