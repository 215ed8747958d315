package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ACTOR;
import static io.rolewright.rule.lang.Type.REQUEST;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.ROLE;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Holders;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Formula;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Type;
import io.rolewright.rule.lang.Word;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.permission.Grant;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.SinglePolicy;
import io.rolewright.simulate.Truth;
import java.util.List;
import java.util.Optional;

/** Words about requests that permission policies, boundaries and session policies decide. */
final class PermissionRequestWords {

  private PermissionRequestWords() {}

  static void add(Words words) {
    actors(words);
    grounds(words);
    asking(
        words,
        "permits",
        List.of(DOCUMENT, REQUEST),
        "Whether a permission policy, boundary or session policy allows the request by itself: an"
            + " Allow applies and no Deny does.",
        a -> (PolicyDocument) a[0]);
    String calls = "Whether the request is for an action that a pattern such as `s3:Delete*` fits";
    ofCall(words, "calls", TEXT, calls + ".", a -> Calls.actions(List.of((Text) a[1])));
    ofCall(words, "calls", TEXT.list(), calls + ", or one of several.", a -> Calls.actions(all(a)));
    String on = "Whether the request is for a resource whose ARN a pattern fits";
    ofCall(words, "concerns", TEXT, on + ".", a -> Calls.resources(List.of((Text) a[1])));
    ofCall(words, "concerns", TEXT.list(), on + ", or one of many.", a -> Calls.resources(all(a)));
  }

  private static void grounds(Words words) {
    words.word(
        "permitting",
        DOCUMENT,
        REQUEST,
        TEXT,
        "The action that a permission policy, boundary or session policy permits; its place is the"
            + " pattern that does.",
        (scope, policy, request) ->
            Grant.of(List.of(policy), request, scope.owner())
                .map(grant -> Text.literal(grant.action(), request.action())));
  }

  private static void actors(Words words) {
    words.word(
        "sessionOf",
        ROLE,
        ACTOR,
        "Any session of the role, asking for anything.",
        (scope, role) -> sessions(scope, role));
    words.word(
        "anyHolder",
        ACTOR,
        "Any user, and any session of a role, asking for anything; of whichever account.",
        scope -> Holders.anybody());
  }

  private static Actor sessions(Scope scope, Role role) {
    String arn = new Scope(scope.estate(), scope.rule(), Optional.of(role)).roleArn();
    return role.name().plain().isPresent() ? Holders.sessionOf(arn) : Holders.anybody();
  }

  @SuppressWarnings("unchecked") // the type checker lets only lists of texts through
  private static List<Text> all(Object[] arguments) {
    return (List<Text>) arguments[1];
  }

  /** The policy that a word asks about. */
  @FunctionalInterface
  private interface Asked {
    PolicyDocument of(Object[] arguments);
  }

  private static void ofCall(Words words, String name, Type<?> type, String sentence, Asked asked) {
    asking(words, name, List.of(REQUEST, type), sentence, asked);
  }

  private static void asking(
      Words words, String name, List<Type<?>> parameters, String sentence, Asked asked) {
    int at = parameters.indexOf(REQUEST);
    Word.Meaning meaning = (scope, a) -> decided(scope, asked.of(a), (Request) a[at]);
    words.asking(name, parameters, TRUTH, sentence, meaning, symbolic(asked));
  }

  private static Truth decided(Scope scope, PolicyDocument policy, Request request) {
    Decision decision =
        SinglePolicy.prepared(policy, PolicyScope.CALLER, scope.owner()).decide(request);
    return decision.certain() ? Truth.of(decision.isAllowed()) : Truth.UNKNOWN;
  }

  private static Word.Symbolic symbolic(Asked asked) {
    return new Word.Symbolic() {
      @Override
      public List<PolicyDocument> documents(Scope scope, Object[] arguments) {
        return List.of(asked.of(arguments));
      }

      @Override
      public Formula formula(Scope scope, Object[] arguments, Encoding encoding) {
        return encoding.grants(asked.of(arguments), PolicyScope.CALLER, scope.owner());
      }
    };
  }
}
