package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ANSWER;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.AbilityKinds.HOLDER;
import static io.rolewright.rule.word.Kinds.GRANT;
import static io.rolewright.rule.word.Kinds.POLICY;
import static io.rolewright.rule.word.Kinds.ROLE;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.catalog.EscalationPath;
import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.escalation.Party;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Type;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.permission.Permissions;
import io.rolewright.rule.permission.Privilege;
import io.rolewright.rule.session.Escape;
import io.rolewright.rule.session.GrantLinks;
import io.rolewright.rule.session.Granted;
import io.rolewright.rule.session.SessionQuestions;
import io.rolewright.rule.session.StatementAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words about what session policies leave of a role's permissions. */
final class SessionWords {

  static final Type<Granted> GRANTED =
      new Type<Granted>(
              "granted",
              "A role as a place gives sessions of it: with the session policies of that place.",
              granted -> granted.role().name().shown())
          .at(granted -> granted.role().origin());

  static final Type<Attachment> ATTACHED =
      new Type<Attachment>(
              "attached",
              "A policy that is put on something, written there or only named.",
              attached -> attached.name().shown())
          .at(Attachment::origin);

  static final Type<StatementAnswer> PART =
      new Type<StatementAnswer>(
              "part", "An Allow statement of a session policy.", part -> part.statement().shown())
          .at(part -> part.statement().origin());

  static final Type<Escape> ESCAPE =
      new Type<Escape>(
              "escape",
              "A call that a session policy leaves, and that leads to rights which it does not"
                  + " bound.",
              escape -> way(escape))
          .at(Escape::at);

  private SessionWords() {}

  static void add(Words words) {
    words.kind(GRANTED);
    words.kind(ATTACHED);
    words.kind(PART);
    words.kind(ESCAPE);
    grants(words);
    granted(words);
    answers(words);
    escapes(words);
    words.word(
        "bearer",
        POLICY,
        HOLDER,
        "Whoever has a session under a session policy, as far as that policy goes; absent where a"
            + " role of the input is known to have such sessions, and of other policies.",
        SessionWords::bearer);
  }

  private static Optional<Party> bearer(Scope scope, PolicyInPlace policy) {
    if (policy.kind() != PolicyKind.SESSION || policy.standalone()) {
      return Party.inSession(policy, scope.estate());
    }
    return scope.estate().inventory().sessions().stream()
        .filter(grant -> isFirst(policy.document(), grant))
        .filter(grant -> ask(scope).linked(grant).granted().isEmpty())
        .map(grant -> Party.inSession(grant, scope.estate()))
        .findFirst();
  }

  /** So that several session policies of one grant are asked of once. */
  private static boolean isFirst(PolicyDocument document, SessionGrant grant) {
    return grant.policies().stream()
        .flatMap(attached -> attached.document().stream())
        .limit(1)
        .anyMatch(first -> first == document);
  }

  private static SessionQuestions ask(Scope scope) {
    return SessionQuestions.of(scope.estate());
  }

  private static void grants(Words words) {
    words.word(
        "granted",
        GRANT,
        GRANTED.list(),
        "The roles of the input that a place gives sessions of, and that its session policies"
            + " bound.",
        (scope, grant) -> bound(scope, grant));
    words.word(
        "roles",
        GRANT,
        ROLE.list(),
        "The roles of the input that a place gives sessions of.",
        (scope, grant) -> roles(scope, grant));
    words.word(
        "attached",
        GRANT,
        ATTACHED.list(),
        "Its session policies, or a permission set's own policies, also those that are only named.",
        (scope, grant) -> grant.policies());
    words.word(
        "attached",
        ROLE,
        ATTACHED.list(),
        "The role's permission policies, also those that are only named.",
        (scope, role) -> role.permissions());
    words.word(
        "known",
        GRANT,
        TRUTH,
        "Whether the input holds all roles that a place gives sessions of, and all policies that"
            + " decide what those sessions can do.",
        SessionWords::isKnown);
    words.word(
        "privileged",
        GRANT,
        TRUTH,
        "Whether its sessions can take over the account: a permission set by its policies, others"
            + " by their roles' within the session policies.",
        SessionWords::isPrivileged);
  }

  private static List<Granted> bound(Scope scope, SessionGrant grant) {
    return grant.policies().isEmpty()
        ? List.of()
        : ask(scope).linked(grant).granted().stream().filter(Granted::isScopedDown).toList();
  }

  private static List<Role> roles(Scope scope, SessionGrant grant) {
    return ask(scope).linked(grant).granted().stream().map(Granted::role).toList();
  }

  private static boolean isKnown(Scope scope, SessionGrant grant) {
    GrantLinks.Linked linked = ask(scope).linked(grant);
    return linked.absent().isEmpty() && linked.granted().stream().allMatch(ask(scope)::isKnown);
  }

  private static boolean isPrivileged(Scope scope, SessionGrant grant) {
    boolean set = grant.kind() == SessionGrant.Kind.PERMISSION_SET;
    boolean own =
        Privilege.of(Permissions.of(grant.policies(), Optional.empty()), set).isPrivileged();
    return set
        ? own
        : (grant.policies().isEmpty() || own)
            && roles(scope, grant).stream().anyMatch(role -> Privilege.of(role).isPrivileged());
  }

  private static void granted(Words words) {
    words.word(
        "role",
        GRANTED,
        ROLE,
        "The role of which there are sessions.",
        (scope, granted) -> granted.role());
    words.word(
        "known",
        GRANTED,
        TRUTH,
        "Whether the input holds all policies that decide what the sessions can do.",
        (scope, granted) -> ask(scope).isKnown(granted));
  }

  private static void answers(Words words) {
    words.word(
        "keepsAll",
        GRANT,
        ANSWER,
        "That its session policies take nothing away from what its roles can do.",
        (scope, grant) -> Told.of(ask(scope).noOp(grant)));
    words.word(
        "leavesNothing",
        GRANT,
        ANSWER,
        "That role, boundary and session policies together allow nothing, for each of its roles.",
        (scope, grant) -> Told.of(ask(scope).dead(grant)));
    words.word(
        "leavesNothing",
        GRANTED,
        ANSWER,
        "That role, boundary and session policies together allow nothing.",
        (scope, granted) -> Told.of(ask(scope).dead(granted)));
    words.word(
        "sessionStatements",
        GRANT,
        PART.list(),
        "The Allow statements of its session policies.",
        (scope, grant) -> ask(scope).deadStatements(grant));
    words.word(
        "isIdle",
        PART,
        ANSWER,
        "That no role of the place has anything that the statement allows.",
        (scope, part) -> Told.of(part.answer()));
    words.word(
        "statement",
        PART,
        STATEMENT,
        "The statement as it stands in the policy.",
        (scope, part) -> part.statement());
  }

  private static void escapes(Words words) {
    words.word(
        "escapes",
        GRANTED,
        ESCAPE.list(),
        "The calls by which its sessions leave their session policy, or may.",
        (scope, granted) -> ask(scope).escapes(granted));
    words.word(
        "isOpen",
        ESCAPE,
        ANSWER,
        "That the session is allowed the call.",
        (scope, escape) -> Told.of(escape.answer()));
    words.word(
        "way",
        ESCAPE,
        TEXT,
        "`assume role`, `pass role` or `iam write`.",
        (scope, escape) -> way(escape));
    words.word(
        "launch",
        ESCAPE,
        TEXT,
        "What a passed role is used by, such as `new function under a passed role`.",
        (scope, escape) -> escape.launch().map(EscalationPath::name));
    words.word(
        "onward",
        ESCAPE,
        ROLE.list(),
        "The roles of the input that surely let the session in.",
        (scope, escape) ->
            escape.onward().roles().stream()
                .filter(target -> target.letsIn().isYes())
                .map(Escape.Target::role)
                .toList());
  }

  private static String way(Escape escape) {
    return escape.way().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
