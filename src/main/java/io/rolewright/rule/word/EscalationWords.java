package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ANSWER;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.AbilityKinds.ABILITY;
import static io.rolewright.rule.word.AbilityKinds.ESCAPE;
import static io.rolewright.rule.word.AbilityKinds.HOLDER;
import static io.rolewright.rule.word.AbilityKinds.ROUTE;
import static io.rolewright.rule.word.AbilityKinds.TAKEOVER;
import static io.rolewright.rule.word.AbilityKinds.TOXIC;
import static io.rolewright.rule.word.Kinds.ROLE;

import io.rolewright.catalog.EscalationPath.Kind;
import io.rolewright.model.Attachment;
import io.rolewright.model.Text;
import io.rolewright.rule.escalation.BoundaryEffect;
import io.rolewright.rule.escalation.Escape;
import io.rolewright.rule.escalation.ExternalReach;
import io.rolewright.rule.escalation.Party;
import io.rolewright.rule.escalation.Roster;
import io.rolewright.rule.escalation.Route;
import io.rolewright.rule.escalation.Routes;
import io.rolewright.rule.escalation.Takeovers;
import io.rolewright.rule.escalation.ToxicPair;
import io.rolewright.rule.lang.Answer;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.session.TemplateNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words about getting at more rights than one has. */
final class EscalationWords {

  private EscalationWords() {}

  static void add(Words words) {
    words.kind(ROUTE);
    words.kind(TAKEOVER);
    words.kind(ESCAPE);
    words.kind(TOXIC);
    routes(words);
    takeovers(words);
    boundaries(words);
    outside(words);
  }

  private static void routes(Words words) {
    words.word(
        "routes",
        HOLDER,
        ROUTE.list(),
        "The ways by which the holder gets more rights, the certain ones first, then the shortest.",
        (scope, h) -> routes(scope, h, Optional.empty()));
    words.word(
        "routesBy",
        HOLDER,
        TEXT,
        ROUTE.list(),
        "Those of the holder's routes that are of a kind, in the same order; others need not be"
            + " looked for.",
        (scope, h, kind) -> routesBy(scope, h, kind.shown()));
    words.word(
        "kind",
        ROUTE,
        TEXT,
        "`self`, `credentials` of another user, `takeover` of a role, `pass` of a role, or"
            + " `compute` that runs under a role already.",
        (scope, r) -> r.path().kind().name().toLowerCase(Locale.ROOT));
    words.word("id", ROUTE, TEXT, "Its id in the published list.", (scope, r) -> r.path().id());
    words.word(
        "decisive",
        ROUTE,
        ABILITY,
        "The call that decides: of a passed role the passing, else the first.",
        (scope, r) -> r.decisive().ability());
    words.word(
        "calls",
        ROUTE,
        TEXT,
        "Its calls, in words.",
        (scope, r) -> AbilityWords.quoted(r.path().actions()));
    words.word(
        "role", ROUTE, ROLE, "The role of the input that is got into.", (scope, r) -> r.role());
    words.word(
        "granted",
        ROUTE,
        ANSWER,
        "That the way is open, shown by the request that decides.",
        (scope, r) -> granted(r));
  }

  private static List<Route> routes(Scope scope, Party holder, Optional<Kind> kind) {
    List<Route> own = routes(scope, holder, kind, holder.abilities());
    if (holder.asUser().isEmpty()) {
      return own;
    }
    List<Route> all = new ArrayList<>(own);
    Set<String> known = new HashSet<>();
    all.forEach(route -> known.add(route.path().id()));
    routes(scope, holder, kind, holder.asUser().get()).stream()
        .filter(route -> !known.contains(route.path().id()))
        .forEach(all::add);
    all.sort(
        Comparator.comparing((Route route) -> !route.isCertain())
            .thenComparing(route -> route.steps().size())
            .thenComparing(route -> route.path().kind()));
    return all;
  }

  private static List<Route> routes(
      Scope scope, Party holder, Optional<Kind> kind, Abilities abilities) {
    Routes routes = Roster.of(scope.estate()).routes(abilities);
    List<Route> all = routes.inTurn();
    List<Route> some = kind.map(routes::inTurn).orElse(all);
    boolean none = !some.iterator().hasNext() && !all.iterator().hasNext();
    if (none && routes.doubt().isPresent()) {
      String question = "whether " + holder.shown() + " has a way to more rights";
      scope.estate().gaps().add(holder.at(), question);
    }
    return some;
  }

  private static List<Route> routesBy(Scope scope, Party holder, String name) {
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return routes(scope, holder, Optional.of(kind));
      }
    }
    return List.of();
  }

  private static Answer granted(Route route) {
    return new Answer.Yes(List.of(route.decisive().ability().witness()), true, route.unknowns());
  }

  private static void takeovers(Words words) {
    words.word(
        "takeovers",
        HOLDER,
        TAKEOVER.list(),
        "By what statements the holder decides whom roles trust or what bounds them.",
        (scope, h) -> Takeovers.of(h.abilities()));
    words.word(
        "actions",
        TAKEOVER,
        TEXT.list(),
        "The calls that it makes.",
        (scope, t) -> t.actions().stream().map(Scope::text).toList());
    words.word(
        "granted",
        TAKEOVER,
        ANSWER,
        "That the first of the calls goes through, shown by a request.",
        (scope, t) -> AbilityKinds.yes(t.first()));
  }

  private static void boundaries(Words words) {
    words.word(
        "boundaryName",
        HOLDER,
        TEXT,
        "The ARN or name of the holder's boundary, at its place; absent where there is none.",
        (scope, h) -> h.boundary().map(Attachment::name));
    words.word(
        "boundaryTitle",
        HOLDER,
        TEXT,
        "The holder's boundary as messages show it: its ARN or name, or what the template calls it;"
            + " absent where there is none.",
        (scope, h) -> h.boundary().map(Attachment::name).map(TemplateNames::title));
    words.word(
        "boundaryBoundsNobody",
        HOLDER,
        ANSWER,
        "That the boundary refuses nothing, whatever its holder is allowed: proved.",
        (scope, h) -> boundary(scope, h, BoundaryEffect.Kind.BOUNDS_NOTHING));
    words.word(
        "boundaryBoundsNothing",
        HOLDER,
        ANSWER,
        "That the boundary refuses something, but nothing that this holder is allowed: proved.",
        (scope, h) -> boundary(scope, h, BoundaryEffect.Kind.BOUNDS_NOTHING_HERE));
    words.word(
        "boundaryLeavesNothing",
        HOLDER,
        ANSWER,
        "That the boundary refuses all that its holder is allowed: proved.",
        (scope, h) -> boundary(scope, h, BoundaryEffect.Kind.LEAVES_NOTHING));
    words.word(
        "breakouts",
        HOLDER,
        ESCAPE.list(),
        "The ways out of the holder's boundary.",
        (scope, h) -> Escape.of(h.abilities()));
    words.word(
        "way",
        ESCAPE,
        TEXT,
        "What he does, in words.",
        (scope, e) ->
            switch (e.kind()) {
              case UNBOUNDED_ROLE -> "create roles without the boundary";
              case REMOVED -> "take the boundary off";
              case REPLACED -> "put another boundary in its place";
              case REWRITTEN -> "give the boundary other text";
            });
    words.word(
        "granted",
        ESCAPE,
        ANSWER,
        "That the call goes through, shown by a request.",
        (scope, e) -> AbilityKinds.yes(e.ability()));
  }

  private static Answer boundary(Scope scope, Party holder, BoundaryEffect.Kind kind) {
    Optional<BoundaryEffect> effect = Roster.of(scope.estate()).boundary(holder.abilities());
    Optional<String> doubt = effect.flatMap(BoundaryEffect::doubt);
    if (doubt.isPresent()) {
      return new Answer.Open(doubt.get());
    }
    return effect.filter(e -> e.kind() == kind).isPresent()
        ? Answer.yes(List.of())
        : new Answer.No();
  }

  private static void outside(Words words) {
    words.word(
        "toxicPair",
        ROLE,
        TOXIC,
        "Who from outside gets into the role, if its permissions are an administrator's or lead to"
            + " more rights; absent where nobody does or they do not.",
        (scope, role) -> ToxicPair.of(role, Roster.of(scope.estate())));
    words.word(
        "outsider",
        TOXIC,
        TEXT,
        "Who gets in, in words.",
        (scope, pair) -> outsider(pair.entries().get(0)));
    words.word(
        "power",
        TOXIC,
        TEXT,
        "What he can do then, in words; its place is the pattern that allows it.",
        (scope, pair) -> Text.literal(deed(pair).grant().action(), power(pair)));
    words.word(
        "anybody",
        TOXIC,
        TRUTH,
        "Whether it is anybody at all who gets in.",
        (scope, pair) -> pair.entries().get(0).who() == ExternalReach.Who.STRANGER);
    words.word(
        "granted",
        TOXIC,
        ANSWER,
        "That somebody gets in, shown by his request, and that the role can do so much.",
        (scope, pair) -> granted(pair));
  }

  private static Ability.Able deed(ToxicPair pair) {
    return pair.admin().orElseGet(() -> pair.route().orElseThrow().decisive().ability());
  }

  private static Answer granted(ToxicPair pair) {
    List<String> doubts =
        pair.admin()
            .map(Ability.Able::unknowns)
            .orElseGet(() -> pair.route().orElseThrow().unknowns());
    return new Answer.Yes(List.of(pair.entries().get(0).entry()), true, doubts);
  }

  private static String outsider(ExternalReach reach) {
    return switch (reach.who()) {
      case STRANGER -> "any AWS account in the world";
      case OUTSIDER -> "account `" + reach.name() + "`, which is neither own nor trusted,";
      case TENANT -> "another tenant of `" + reach.name() + "`";
    };
  }

  private static String power(ToxicPair pair) {
    return pair.route()
        .map(Route::path)
        .map(path -> "can get more rights by " + AbilityWords.quoted(path.actions()))
        .orElse("is an administrator");
  }
}
