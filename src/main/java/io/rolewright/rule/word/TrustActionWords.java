package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.catalog.AssumeAction;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.trust.Principals;
import io.rolewright.rule.trust.TrustActions;
import io.rolewright.rule.trust.UsefulActions;
import io.rolewright.source.Closest;
import java.util.List;
import java.util.Optional;

/** Words about the actions that a trust policy can grant (R1.9). */
final class TrustActionWords {

  private TrustActionWords() {}

  static void add(Words words) {
    words.word(
        "assumeActions",
        TEXT,
        TEXT.list(),
        "Of the actions that a trust policy can grant those that a pattern surely covers.",
        (scope, pattern) ->
            ids(all().stream().filter(a -> TrustActions.matches(pattern, a).isYes()).toList()));
    words.word(
        "allAssumeActions",
        TEXT.list(),
        "The actions that a trust policy can grant.",
        scope -> ids(all()));
    words.word(
        "mayBeAssumeAction",
        TEXT,
        TRUTH,
        "Whether a pattern covers, or may cover, an action that a trust policy can grant.",
        (scope, pattern) -> all().stream().anyMatch(a -> !TrustActions.matches(pattern, a).isNo()));
    words.word(
        "assumeActions",
        STATEMENT,
        TEXT.list(),
        "The actions that a trust policy can grant of which the statement speaks, or may speak.",
        (scope, s) -> ids(TrustActions.covered(s.action())));
    words.word(
        "startsSession",
        TEXT,
        TRUTH,
        "Whether the action gives a session, as `sts:AssumeRole` does and `sts:TagSession` does"
            + " not.",
        (scope, id) ->
            all().stream().anyMatch(a -> a.id().equals(id.shown()) && a.startsSession()));
    usable(words);
    words.word(
        "nearestAssumeAction",
        TEXT,
        TEXT,
        "The action of a trust policy that a misspelt one was probably meant to be.",
        TrustActionWords::nearest);
  }

  private static void usable(Words words) {
    words.word(
        "callable",
        STATEMENT,
        TEXT.list(),
        "The actions that somebody whom the statement names can call, whatever it allows.",
        (scope, s) ->
            ids(
                all().stream()
                    .filter(a -> TrustActions.isFor(a, TrustActions.callers(s)))
                    .toList()));
    words.word(
        "useful",
        DOCUMENT,
        STATEMENT,
        TEXT.list(),
        "The actions of a statement that somebody whom it names can make use of. Those that only"
            + " add to a session count where another statement gives the session.",
        TrustActionWords::useful);
    words.word(
        "takesBack",
        DOCUMENT,
        TEXT,
        TRUTH,
        "Whether a Deny without conditions takes an action back from everyone.",
        TrustActionWords::takesBack);
  }

  private static List<AssumeAction> all() {
    return List.copyOf(AssumeAction.all());
  }

  private static List<String> ids(List<AssumeAction> actions) {
    return actions.stream().map(AssumeAction::id).toList();
  }

  private static Object useful(Scope scope, PolicyDocument trust, Statement statement) {
    return ids(UsefulActions.of(trust, statement));
  }

  private static Object takesBack(Scope scope, PolicyDocument trust, Text id) {
    AssumeAction action =
        all().stream().filter(a -> a.id().equals(id.shown())).findFirst().orElseThrow();
    return trust.statements().stream()
        .filter(s -> s.isDeny() && s.conditions().isEmpty())
        .filter(deny -> deny.principal().patterns().stream().anyMatch(Principals::isEveryone))
        .anyMatch(deny -> TrustActions.matches(deny.action(), action).isYes());
  }

  private static Optional<String> nearest(Scope scope, Text written) {
    String shown = written.shown();
    String action = shown.indexOf(':') < 0 ? "sts:" + shown : shown;
    return Closest.to(action, ids(all()), Math.min(3, action.length() / 3));
  }
}
