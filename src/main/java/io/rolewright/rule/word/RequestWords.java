package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.REQUEST;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.reason.Strangers;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Term;
import io.rolewright.rule.lang.Word;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.trust.Opening;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.SinglePolicy;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words about requests, of which some ask the reasoner. */
final class RequestWords {

  private RequestWords() {}

  static void add(Words words) {
    words.asking(
        "allows",
        List.of(DOCUMENT, REQUEST),
        TRUTH,
        "Whether a trust policy allows the request: an Allow applies and no Deny does.",
        (scope, a) -> decided(scope, (PolicyDocument) a[0], (Request) a[1]),
        asking((scope, a) -> (PolicyDocument) a[0]));
    words.asking(
        "admits",
        List.of(DOCUMENT, STATEMENT, REQUEST),
        TRUTH,
        "Whether the policy would allow the request if this statement were its only Allow. The"
            + " statement may be a changed one.",
        (scope, a) -> decided(scope, only((PolicyDocument) a[0], (Statement) a[1]), (Request) a[2]),
        asking((scope, a) -> only((PolicyDocument) a[0], (Statement) a[1])));
    words.asking(
        "applies",
        List.of(STATEMENT, REQUEST),
        TRUTH,
        "Whether a statement speaks of the request, whether it allows or denies.",
        (scope, a) -> decided(scope, alone(scope, (Statement) a[0]), (Request) a[1]),
        asking((scope, a) -> alone(scope, (Statement) a[0])));
    words.asking(
        "context",
        List.of(REQUEST, TEXT),
        TEXT.list(),
        "The values of a condition key in the request; none if it is absent.",
        (scope, a) -> List.<Object>copyOf(((Request) a[0]).context().get(shown(a[1]))),
        new KeyOfRequest());
    words.word(
        "action",
        REQUEST,
        TEXT,
        "The action, such as `sts:AssumeRole`.",
        (scope, request) -> request.action());
    words.word(
        "caller",
        REQUEST,
        TEXT,
        "Who makes the request, in words.",
        (scope, request) -> CallerWords.of(request));
    words.word(
        "account",
        REQUEST,
        TEXT,
        "The caller's account.",
        (scope, request) -> request.principal().account());
    words.word(
        "whyItPasses",
        Kinds.CONDITION,
        REQUEST,
        TEXT,
        "Why a test that should keep strangers out lets this request pass.",
        (scope, c, request) -> Opening.of(c, request).reason());
    words.word(
        "anyAccount",
        REQUEST,
        TRUTH,
        "Whether the caller's account is like any other: nothing is asked of its number.",
        (scope, request) -> request.principal().account().map(Strangers::isAny).orElse(false));
    words.word(
        "grants",
        DOCUMENT,
        REQUEST,
        STATEMENT,
        "The first Allow that applies.",
        (scope, document, request) ->
            decision(scope, document, request).deciding().stream().findFirst());
  }

  private static String shown(Object text) {
    return ((io.rolewright.model.Text) text).shown();
  }

  private static Decision decision(Scope scope, PolicyDocument policy, Request request) {
    return SinglePolicy.prepared(policy, PolicyScope.TRUST, scope.owner()).decide(request);
  }

  private static Truth decided(Scope scope, PolicyDocument policy, Request request) {
    Decision decision = decision(scope, policy, request);
    Truth allowed = Truth.of(decision.isAllowed());
    return decision.certain() ? allowed : Truth.UNKNOWN;
  }

  /** All Denies of a policy, and one statement that allows. */
  private static PolicyDocument only(PolicyDocument policy, Statement allow) {
    List<Statement> left = new ArrayList<>();
    left.add(allow);
    policy.statements().stream().filter(Statement::isDeny).forEach(left::add);
    return policy.with(left);
  }

  /** The statement as an Allow of its own, in the language version of the role's policy. */
  private static PolicyDocument alone(Scope scope, Statement statement) {
    PolicyDocument policy = scope.role().flatMap(r -> r.trust()).orElseThrow();
    return policy.with(List.of(Effects.allowing(statement)));
  }

  /** The policy that a word asks about. */
  @FunctionalInterface
  private interface Asked {
    PolicyDocument of(Scope scope, Object[] arguments);
  }

  private static Word.Symbolic asking(Asked asked) {
    return new Word.Symbolic() {
      @Override
      public List<PolicyDocument> documents(Scope scope, Object[] arguments) {
        return List.of(asked.of(scope, arguments));
      }

      @Override
      public Formula formula(Scope scope, Object[] arguments, Encoding encoding) {
        return encoding.grants(asked.of(scope, arguments), PolicyScope.TRUST, scope.owner());
      }
    };
  }

  /** A condition key of the request that is looked for. */
  private static final class KeyOfRequest implements Word.Symbolic {

    @Override
    public List<PolicyDocument> documents(Scope scope, Object[] arguments) {
      return List.of();
    }

    @Override
    public Formula formula(Scope scope, Object[] arguments, Encoding encoding) {
      throw new UnsupportedOperationException("a key is no test");
    }

    @Override
    public Term term(Object[] arguments) {
      String key = shown(arguments[1]).toLowerCase(Locale.ROOT);
      return new Term() {
        @Override
        public Set<String> keys() {
          return Set.of(key);
        }

        @Override
        public Formula present(Encoding encoding) {
          return KeyTest.present(key).on(encoding);
        }

        @Override
        public Formula in(Language language, Encoding encoding) {
          return KeyTest.in(key, language).on(encoding);
        }
      };
    }
  }

  static Optional<String> first(Request request, String key) {
    return request.context().get(key).stream().findFirst();
  }
}
