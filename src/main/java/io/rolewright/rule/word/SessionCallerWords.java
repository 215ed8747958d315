package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ANSWER;
import static io.rolewright.rule.lang.Type.REQUEST;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.ROLE;
import static io.rolewright.rule.word.Kinds.STATEMENT;
import static io.rolewright.rule.word.SessionWords.GRANTED;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.rule.Estate;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Type;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.session.Bypass;
import io.rolewright.rule.session.SessionQuestions;
import io.rolewright.rule.session.TagGain;
import io.rolewright.rule.trust.Principals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words about who holds a role's sessions, and about resource policies that name them. */
final class SessionCallerWords {

  static final Type<TagGain> TAG_GAIN =
      new Type<TagGain>(
              "gain", "A session tag on which permissions of a role hang.", gain -> gain.tag())
          .at(gain -> gain.statement().origin());

  static final Type<Bypass> BYPASS =
      new Type<Bypass>(
              "bypass",
              "A statement of a resource policy that gives a role's sessions what a session policy"
                  + " or a boundary does not allow.",
              bypass -> bypass.policy())
          .at(bypass -> bypass.statement().origin());

  private SessionCallerWords() {}

  static void add(Words words) {
    words.kind(TAG_GAIN);
    words.kind(BYPASS);
    holders(words);
    tags(words);
    bypasses(words);
  }

  private static SessionQuestions ask(Scope scope) {
    return SessionQuestions.of(scope.estate());
  }

  private static void holders(Words words) {
    words.word(
        "onlyChained",
        ROLE,
        ANSWER,
        "That only sessions of roles can assume the role.",
        (scope, role) -> Told.of(ask(scope).onlyChained(role)));
    words.word(
        "cappedByChaining",
        ROLE,
        TRUTH,
        "Whether it is proved, whatever is unknown, that only sessions of roles can assume the role,"
            + " so that none of its sessions lasts more than an hour.",
        (scope, role) -> ask(scope).onlyChained(role).isYes());
    words.word(
        "ownPeople",
        DOCUMENT,
        DOCUMENT,
        "The trust policy without principals of foreign accounts, services and providers.",
        SessionCallerWords::ownPeople);
    words.word(
        "losesAttribution",
        ROLE,
        DOCUMENT,
        ANSWER,
        "That two users can get sessions of the role that have the same name and carry no source"
            + " identity, if this were its trust policy.",
        (scope, role, trust) -> Told.of(ask(scope).losesAttribution(role, trust)));
  }

  private static PolicyDocument ownPeople(Scope scope, PolicyDocument trust) {
    List<Statement> statements = new ArrayList<>();
    for (Statement s : trust.statements()) {
      boolean listed = s.isAllow() && s.principal() instanceof PrincipalElement.Listed;
      List<PrincipalPattern> own =
          s.principal().patterns().stream().filter(p -> mayBeOwn(scope, p)).toList();
      if (!listed) {
        statements.add(s);
      } else if (!own.isEmpty()) {
        statements.add(s.with(new PrincipalElement.Listed(s.principal().origin(), own)));
      }
    }
    return trust.with(statements);
  }

  private static boolean mayBeOwn(Scope scope, PrincipalPattern p) {
    boolean noPerson =
        p instanceof PrincipalPattern.Service || p instanceof PrincipalPattern.Federated;
    return !noPerson
        && Principals.account(p)
            .flatMap(account -> scope.role().map(r -> scope.estate().relation(account, r)))
            .filter(relation -> relation == Estate.Relation.EXTERNAL)
            .isEmpty();
  }

  private static void tags(Words words) {
    words.word(
        "tagGains",
        ROLE,
        TAG_GAIN.list(),
        "The session tags that the role's policies read, if its trust policy lets somebody pass"
            + " tags.",
        (scope, role) -> ask(scope).tagGains(role));
    words.word(
        "isChosen",
        TAG_GAIN,
        ANSWER,
        "That the tag decides what a session can do, and that who assumes the role chooses it: a"
            + " request of such a session, and one that gets it.",
        (scope, gain) -> Told.of(gain.answer()));
    words.word("tag", TAG_GAIN, TEXT, "The key of the tag.", (scope, gain) -> gain.tag());
    words.word(
        "value",
        TAG_GAIN,
        TEXT,
        "A value of the tag with which a session can do more.",
        (scope, gain) ->
            gain.answer()
                .witness()
                .flatMap(
                    w ->
                        w.request().context().get("aws:PrincipalTag/" + gain.tag()).stream()
                            .findFirst()));
    words.word(
        "statement",
        TAG_GAIN,
        STATEMENT,
        "The first statement of the role's permissions that reads the tag.",
        (scope, gain) -> gain.statement());
    words.word(
        "resource",
        REQUEST,
        TEXT,
        "The resource that the request is for.",
        (scope, request) -> request.resource());
  }

  private static void bypasses(Words words) {
    words.word(
        "bypasses",
        GRANTED,
        BYPASS.list(),
        "The statements of resource policies that pass the session policies, or the role's"
            + " boundary, by.",
        (scope, granted) -> ask(scope).bypasses(granted));
    words.word(
        "bypasses",
        ROLE,
        BYPASS.list(),
        "The statements of resource policies that pass the role's boundary by.",
        (scope, role) -> ask(scope).bypasses(role));
    words.word(
        "isOpen",
        BYPASS,
        ANSWER,
        "That a request goes through by the resource policy alone.",
        (scope, bypass) -> Told.of(bypass.answer()));
    words.word(
        "passes",
        BYPASS,
        TEXT,
        "What does not bound the request: `session policy` or `boundary`.",
        (scope, bypass) -> bypass.layer().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    words.word(
        "form",
        BYPASS,
        TEXT,
        "How the sessions are named: `session arn`, or `star with principal arn`.",
        (scope, bypass) -> bypass.form().name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }
}
