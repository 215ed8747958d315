package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.NUMBER;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.AMOUNT;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.GRANT;
import static io.rolewright.rule.word.Kinds.IDENTITY;
import static io.rolewright.rule.word.Kinds.INPUT;
import static io.rolewright.rule.word.Kinds.POLICY;
import static io.rolewright.rule.word.Kinds.ROLE;

import io.rolewright.model.Attachment;
import io.rolewright.rule.escalation.Roster;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.permission.Privilege;
import java.util.Locale;
import java.util.Optional;

/** Words about roles, other holders of policies, and all that was found. */
final class RoleWords {

  private RoleWords() {}

  static void add(Words words) {
    words.kind(ROLE);
    words.kind(GRANT);
    words.kind(IDENTITY);
    words.kind(POLICY);
    words.kind(INPUT);
    words.kind(DOCUMENT);
    role(words);
    others(words);
    words.word(
        "seconds",
        AMOUNT,
        NUMBER,
        "The number; absent if a template leaves it open.",
        (scope, amount) ->
            amount.value().isPresent()
                ? Optional.of(amount.value().getAsLong())
                : Optional.empty());
  }

  private static void role(Words words) {
    words.word(
        "name",
        ROLE,
        TEXT,
        "The role's name, or what the template calls it.",
        (scope, role) -> role.name());
    words.word(
        "account",
        ROLE,
        TEXT,
        "The number of the account that owns the role, if known.",
        (scope, role) -> role.account());
    words.word(
        "path",
        ROLE,
        TEXT,
        "The role's path, such as `/service-role/`.",
        (scope, role) -> role.path().orElse("/"));
    words.word(
        "trust",
        ROLE,
        DOCUMENT,
        "The role's trust policy, if the input holds it.",
        (scope, role) -> role.trust());
    words.word(
        "tag",
        ROLE,
        TEXT,
        TEXT,
        "The value of a tag of the role.",
        (scope, role, key) -> Optional.ofNullable(role.tags().get(key.shown())));
    words.word(
        "permissions",
        ROLE,
        DOCUMENT.list(),
        "The role's permission policies.",
        (scope, role) -> documents(role.permissions()));
    words.word(
        "boundary",
        ROLE,
        DOCUMENT,
        "The role's permissions boundary, if it is known.",
        (scope, role) -> role.boundary().flatMap(Attachment::document));
    words.word(
        "maxSessionDuration",
        ROLE,
        AMOUNT,
        "`MaxSessionDuration`, where it is set.",
        (scope, role) -> role.maxSessionDuration());
    words.word(
        "privileged",
        ROLE,
        TRUTH,
        "Whether a session of the role can take over the account: it is an administrator, or can"
            + " make itself one.",
        (scope, role) ->
            Privilege.of(Roster.of(scope.estate()).of(role), role.complete()).isPrivileged());
    words.word(
        "complete",
        ROLE,
        TRUTH,
        "Whether the input holds all the role's permissions.",
        (scope, role) -> role.complete());
  }

  private static java.util.List<io.rolewright.model.PolicyDocument> documents(
      java.util.List<Attachment> attachments) {
    return attachments.stream().flatMap(a -> a.document().stream()).toList();
  }

  private static void others(Words words) {
    words.word(
        "name",
        GRANT,
        TEXT,
        "The name of the place that gives sessions.",
        (scope, grant) -> grant.name());
    words.word(
        "kind", GRANT, TEXT, "Such as `permission set`.", (scope, grant) -> grant.kind().shown());
    words.word(
        "duration",
        GRANT,
        AMOUNT,
        "How long its sessions last, where it is set.",
        (scope, grant) -> grant.duration());
    words.word(
        "policies",
        GRANT,
        DOCUMENT.list(),
        "Its session policies, or a permission set's" + " own policies.",
        (scope, grant) -> documents(grant.policies()));
    words.word(
        "name",
        IDENTITY,
        TEXT,
        "The name of the user or group.",
        (scope, identity) -> identity.name());
    words.word(
        "kind",
        IDENTITY,
        TEXT,
        "`user` or `group`.",
        (scope, identity) -> identity.kind().name().toLowerCase(Locale.ROOT));
    words.word(
        "permissions",
        IDENTITY,
        DOCUMENT.list(),
        "Its permission policies.",
        (scope, identity) -> documents(identity.permissions()));
    words.word(
        "document", POLICY, DOCUMENT, "The policy's text.", (scope, policy) -> policy.document());
    words.word(
        "kind",
        POLICY,
        TEXT,
        "`trust`, `identity`, `session`, `boundary`, `resource`, `scp` or `rcp`.",
        (scope, policy) -> policy.kind().name().toLowerCase(Locale.ROOT));
    words.word(
        "subject",
        POLICY,
        TEXT,
        "What holds the policy, such as `role vendor`.",
        (scope, policy) -> policy.subject());
    words.word(
        "roles", INPUT, ROLE.list(), "All roles that were found.", (scope, input) -> input.roles());
    words.word(
        "grants",
        INPUT,
        GRANT.list(),
        "All places that give sessions.",
        (scope, input) -> input.sessions());
    words.word(
        "identities",
        INPUT,
        IDENTITY.list(),
        "All users and groups.",
        (scope, input) -> input.identities());
    words.word("input", INPUT, "All that was found.", scope -> scope.estate().inventory());
  }
}
