package io.rolewright.rule.word;

import io.rolewright.rule.escalation.ComplementGrant;
import io.rolewright.rule.escalation.Escape;
import io.rolewright.rule.escalation.Party;
import io.rolewright.rule.escalation.Route;
import io.rolewright.rule.escalation.Takeovers;
import io.rolewright.rule.escalation.ToxicPair;
import io.rolewright.rule.lang.Answer;
import io.rolewright.rule.lang.Type;
import io.rolewright.rule.permission.Ability;
import java.util.List;

/** The kinds of things that rules about permissions speak of. */
final class AbilityKinds {

  static final Type<Party> HOLDER =
      new Type<Party>(
              "holder",
              "Who holds permissions: a role, user, group or permission set, or whoever is given a"
                  + " policy that stands by itself.",
              Party::shown)
          .at(Party::at);

  static final Type<Ability> ABILITY =
      new Type<>(
          "ability",
          "Whether a holder can do something, conditions, Denies and boundary counted; the request"
              + " that shows it and the pattern that lets it through.",
          ability -> ability.able().map(able -> able.request().action()).orElse("nothing"));

  static final Type<Route> ROUTE =
      new Type<Route>(
              "route",
              "A way of the published list by which a holder gets more rights.",
              route -> route.path().name())
          .at(route -> route.decisive().grant().action());

  static final Type<Takeovers> TAKEOVER =
      new Type<Takeovers>(
              "takeover",
              "Calls that one statement allows by which a holder decides whom roles trust or what"
                  + " bounds them, of roles that are not his own.",
              takeover -> AbilityWords.quoted(takeover.actions()))
          .at(takeover -> takeover.first().grant().action());

  static final Type<ComplementGrant> COMPLEMENT =
      new Type<ComplementGrant>(
              "complement",
              "An Allow of all but what it lists that lets sensitive actions through.",
              c -> "all but what is listed")
          .at(c -> c.isNotAction() ? c.allow().action().origin() : c.allow().resource().origin());

  static final Type<Escape> ESCAPE =
      new Type<Escape>(
              "breakout",
              "A call by which a holder gets rid of his boundary, or makes a role without it.",
              escape -> escape.ability().request().action())
          .at(escape -> escape.ability().grant().action());

  static final Type<ToxicPair> TOXIC =
      new Type<ToxicPair>(
              "toxicPair",
              "Somebody from outside who gets into a role, with what he then can do.",
              pair -> "a way in and a way up")
          .at(pair -> pair.entries().get(0).at());

  private AbilityKinds() {}

  /** As evidence. */
  static Answer answer(Ability ability) {
    return ability.match(
        new Ability.Cases<>(
            AbilityKinds::yes,
            unable -> new Answer.No(),
            undecided -> new Answer.Open(undecided.reason())));
  }

  static Answer yes(Ability.Able able) {
    return new Answer.Yes(List.of(able.witness()), true, able.unknowns());
  }
}
