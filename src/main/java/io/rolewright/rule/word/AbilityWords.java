package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ANSWER;
import static io.rolewright.rule.lang.Type.NUMBER;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.AbilityKinds.ABILITY;
import static io.rolewright.rule.word.AbilityKinds.COMPLEMENT;
import static io.rolewright.rule.word.AbilityKinds.HOLDER;
import static io.rolewright.rule.word.Kinds.ROLE;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.model.Identity;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.Text;
import io.rolewright.rule.Estate;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.escalation.ComplementGrant;
import io.rolewright.rule.escalation.Party;
import io.rolewright.rule.escalation.RoleAssuming;
import io.rolewright.rule.escalation.RolePassing;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.Administrator;
import io.rolewright.rule.permission.Grant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Words about what the holders of permissions can do. */
final class AbilityWords {

  private AbilityWords() {}

  static void add(Words words) {
    words.subject(HOLDER, AbilityWords::holder);
    words.kind(ABILITY);
    words.kind(COMPLEMENT);
    holders(words);
    abilities(words);
    complements(words);
  }

  private static Optional<?> holder(Object thing, Estate estate) {
    if (thing instanceof Role role) {
      return Optional.of(Party.of(role, estate));
    }
    if (thing instanceof Identity identity) {
      return Optional.of(Party.of(identity, estate));
    }
    if (thing instanceof SessionGrant grant) {
      return Party.of(grant, estate);
    }
    return thing instanceof PolicyInPlace policy ? Party.of(policy, estate) : Optional.empty();
  }

  private static void holders(Words words) {
    words.word(
        "mayDo",
        HOLDER,
        TEXT,
        TRUTH,
        "Whether some Allow of the holder speaks of an action; costs next to nothing.",
        (scope, h, action) -> h.abilities().mayDo(action.shown()));
    words.word(
        "administrator",
        HOLDER,
        TRUTH,
        "Whether the holder may do everything, or may write IAM without bound.",
        (scope, h) -> Administrator.of(h.abilities()).isPresent());
    words.word(
        "passingToAnything",
        HOLDER,
        ABILITY,
        "To pass a role that nobody named to a service that nobody named.",
        (scope, h) -> new RolePassing(h.abilities()).anyToAny());
    words.word(
        "assumingAnywhere",
        HOLDER,
        ABILITY,
        "To ask for a session of a role that nobody named, in an account that nobody named.",
        (scope, h) -> new RoleAssuming(h.abilities()).anyAnywhere());
    words.word(
        "acceptingRoles",
        HOLDER,
        NUMBER,
        ROLE.list(),
        "The roles of the input that let the holder in, so many at most; both sides counted.",
        (scope, h, most) -> accepting(scope, h, most.intValue()));
  }

  private static List<Role> accepting(Scope scope, Party holder, int most) {
    return new RoleAssuming(holder.abilities())
        .accepting(scope.estate(), most).roles().stream()
            .map(RoleAssuming.Accepting::role)
            .toList();
  }

  private static void abilities(Words words) {
    words.word(
        "granted",
        ABILITY,
        ANSWER,
        "That the holder can, shown by his request.",
        (scope, ability) -> AbilityKinds.answer(ability));
    words.word(
        "action",
        ABILITY,
        TEXT,
        "The action; its place is the pattern that allows it. Absent where he cannot.",
        (scope, ability) ->
            ability
                .able()
                .map(able -> Text.literal(able.grant().action(), able.request().action())));
    words.word(
        "resource",
        ABILITY,
        TEXT,
        "The resource pattern that lets it through; `*` for all but some. Absent where he cannot.",
        (scope, ability) -> grant(ability, Grant::resourceText));
    words.word(
        "wholeService",
        ABILITY,
        TRUTH,
        "Whether the pattern that allows the action allows every action of its service, as `s3:*`"
            + " and `NotAction` do.",
        (scope, ability) -> grant(ability, AbilityWords::isWholeService));
    words.word(
        "statement",
        ABILITY,
        STATEMENT,
        "The statement that lets it through; absent where he cannot.",
        (scope, ability) -> grant(ability, Grant::statement));
    words.word(
        "wild",
        ABILITY,
        TRUTH,
        "Whether the resource is one of many that the pattern speaks of.",
        (scope, ability) -> grant(ability, Grant::isWild));
  }

  private static <T> Optional<T> grant(Ability ability, Function<Grant, T> part) {
    return ability.able().map(Ability.Able::grant).map(part);
  }

  private static boolean isWholeService(Grant grant) {
    return grant.statement().action().match(listed -> isStar(grant), except -> true, none -> true);
  }

  private static boolean isStar(Grant grant) {
    return grant.statement().action().patterns().stream()
        .filter(pattern -> pattern.origin().isSamePlace(grant.action()))
        .anyMatch(pattern -> pattern.isStar() || pattern.shown().endsWith(":*"));
  }

  private static void complements(Words words) {
    words.word(
        "complements",
        HOLDER,
        NUMBER,
        COMPLEMENT.list(),
        "The holder's statements with `NotAction` or `NotResource` that let sensitive actions"
            + " through, with the worst of them, so many at most.",
        (scope, h, most) -> ComplementGrant.of(h.abilities(), most.intValue()));
    words.word(
        "sensitive",
        COMPLEMENT,
        TEXT,
        "The sensitive actions, in words.",
        (scope, c) -> quoted(c.all().stream().map(ComplementGrant.Sensitive::action).toList()));
    words.word(
        "element",
        COMPLEMENT,
        TEXT,
        "`NotAction` or `NotResource`.",
        (scope, c) -> c.isNotAction() ? "NotAction" : "NotResource");
    words.word(
        "granted",
        COMPLEMENT,
        ANSWER,
        "That the first of the actions goes through, shown by a request.",
        (scope, c) -> AbilityKinds.yes(c.all().get(0).ability()));
  }

  /** Names in backticks, as a sentence lists them. */
  static String quoted(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      text.append(i == 0 ? "" : i == names.size() - 1 ? " and " : ", ");
      text.append('`').append(names.get(i)).append('`');
    }
    return text.toString();
  }
}
