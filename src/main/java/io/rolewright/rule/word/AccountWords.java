package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ACTOR;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;
import static io.rolewright.rule.word.Kinds.ROLE;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.actor.Actors;
import io.rolewright.rule.escalation.Roster;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.permission.Privilege;
import io.rolewright.rule.trust.Exports;
import io.rolewright.rule.trust.Named;
import io.rolewright.rule.trust.Plainly;
import io.rolewright.rule.trust.Principals;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words about the accounts that are let in. */
final class AccountWords {

  private AccountWords() {}

  static void add(Words words) {
    words.word(
        "picked",
        DOCUMENT,
        STATEMENT,
        TEXT.list(),
        "The accounts that tests of `aws:PrincipalAccount` and `aws:PrincipalArn` in a statement"
            + " pick out, and those that negated ones in a Deny of the policy spare; their places"
            + " are the values'.",
        (scope, document, s) -> Named.picked(document, s));
    words.word(
        "onlyAccountOf",
        STATEMENT,
        PRINCIPAL,
        STATEMENT,
        "The statement as if it named this principal alone, of which only the account counts if"
            + " that is written: a name that a template leaves open decides nothing.",
        AccountWords::onlyAccountOf);
    words.word(
        "required",
        STATEMENT,
        STATEMENT,
        "The statement with every operator free of `IfExists`.",
        (scope, s) -> Plainly.of(s));
    words.word(
        "trustConfigured",
        TRUTH,
        "Whether the configuration says which accounts are trusted.",
        scope -> scope.estate().trustConfigured());
    words.word(
        "ownOrganizations",
        TEXT.list(),
        "The ids of the organisations that the configuration lists as one's own or trusted.",
        scope -> scope.estate().ownOrganizations().stream().sorted().map(Scope::text).toList());
    actors(words);
    absence(words);
    privilege(words);
  }

  private static void privilege(Words words) {
    words.word(
        "privilege",
        ROLE,
        TEXT,
        "`admin` if the role is as good as an administrator, `privileged` if it can make itself"
            + " one, else `ordinary`, or `unknown` where the input does not hold all it may do.",
        (scope, role) ->
            Privilege.of(Roster.of(scope.estate()).of(role), role.complete())
                .name()
                .toLowerCase(Locale.ROOT));
    words.word(
        "hasTag",
        ROLE,
        TEXT,
        TRUTH,
        "Whether the role has a tag, written `key=value`, or `key` for any value; in any letter"
            + " case.",
        AccountWords::hasTag);
  }

  private static boolean hasTag(Scope scope, Role role, Text written) {
    String asked = written.shown();
    return role.tags().entrySet().stream()
        .anyMatch(
            tag ->
                asked.equalsIgnoreCase(tag.getKey())
                    || asked.equalsIgnoreCase(tag.getKey() + "=" + tag.getValue()));
  }

  private static void actors(Words words) {
    words.word(
        "unnamedOf",
        TEXT,
        ACTOR,
        "A user or role of an account whose name no policy has in mind, his organisation and"
            + " network being as the policy asks.",
        (scope, account) -> account.plain().map(Actors::unnamedOf));
    words.word(
        "foreign",
        ACTOR,
        ACTOR,
        "The actor when he is in no organisation of one's own.",
        (scope, actor) -> Actors.outside(actor, scope.estate().ownOrganizations()));
  }

  private static void absence(Words words) {
    words.word(
        "namedPrincipals",
        STATEMENT,
        PRINCIPAL.list(),
        "The entries of `Principal` or of `NotPrincipal`.",
        (scope, s) -> s.principal().patterns());
    words.word(
        "isRoleOf",
        PRINCIPAL,
        PRINCIPAL,
        TRUTH,
        "Whether the first principal is the role that the second is a session of.",
        (scope, role, session) -> Principals.isRoleOf(role, session));
    words.word(
        "idOf",
        PRINCIPAL,
        TEXT,
        "What a unique id is the id of: `a role`, `a user`…; absent of other principals.",
        (scope, p) ->
            p instanceof PrincipalPattern.UniqueId id
                ? Optional.of(noun(id.id()))
                : Optional.empty());
    words.word(
        "lackedBy",
        PRINCIPAL,
        TEXT,
        "The export of the whole account in the input that lacks this user or role.",
        (scope, p) -> lackedBy(scope, p));
  }

  private static Statement onlyAccountOf(Scope scope, Statement s, PrincipalPattern pattern) {
    PrincipalPattern named =
        Principals.account(pattern)
            .<PrincipalPattern>map(a -> new PrincipalPattern.Account(pattern.origin(), a, a))
            .orElse(pattern);
    return s.with(new PrincipalElement.Listed(s.principal().origin(), List.of(named)));
  }

  /** R1.13. */
  private static String noun(String id) {
    return switch (id.substring(0, 4)) {
      case "AROA" -> "a role";
      case "AIDA" -> "a user";
      case "AGPA" -> "a user group";
      case "AIPA" -> "an instance profile";
      default -> "a managed policy";
    };
  }

  private static Optional<String> lackedBy(Scope scope, PrincipalPattern pattern) {
    return pattern instanceof PrincipalPattern.Identity identity
        ? Exports.lacking(scope.estate().inventory(), identity).map(file -> file.name())
        : Optional.empty();
  }
}
