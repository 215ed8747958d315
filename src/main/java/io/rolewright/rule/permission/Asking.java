package io.rolewright.rule.permission;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.actor.OwnRequests;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.estate.Relevant;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.rule.permission.SharedAnswers.Shape;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One question about a holder. Most are answered by the statements that speak of the action: there
 * are none, or a first example goes through. The solver takes the rest.
 */
final class Asking {

  private final Bearer bearer;
  private final Held held;
  private final Ask ask;
  private final Means means;
  private final SharedAnswers shared;
  private final List<NamedPolicy> identity;
  private final Optional<NamedPolicy> boundary;

  Asking(Bearer bearer, Held held, Ask ask, Means means, SharedAnswers shared) {
    Relevant relevant = new Relevant(ask.action());
    this.bearer = bearer;
    this.held = held;
    this.ask = ask;
    this.means = means;
    this.shared = shared;
    this.identity = relevant.of(held.identity());
    this.boundary = held.boundary().map(relevant::of);
  }

  Ability answer() {
    if (!speaks(identity) || boundary.isPresent() && !speaks(List.of(boundary.get()))) {
      return new Ability.Unable();
    }
    if (isPlain()) {
      return tried().orElseGet(this::solved);
    }
    return isHopeless() ? new Ability.Unable() : solved();
  }

  /** Whether each of the resources is refused, of conditions only those counted that bar him. */
  private boolean isHopeless() {
    if (!ask.targets().isListed() || !ask.other().stream().allMatch(Asking::tellsCallers)) {
      return false;
    }
    Widened widened = new Widened(new Barring(bearer, ask)::isMetByNobody);
    PoliciesInForce wide =
        inForce(ask.other().map(side -> widened.of(side.trust())))
            .withIdentity(identity.stream().map(widened::of).toList())
            .withBoundary(boundary.map(widened::of));
    Authorization authorization = Authorization.of(wide, Assumptions.DEFAULT);
    return ask.targets().examples().stream()
        .map(arn -> authorization.decide(request(arn, Context.EMPTY)))
        .allMatch(d -> !d.isAllowed() && (d.certain() || ask.other().isEmpty()));
  }

  /**
   * Whether a trust policy takes every session of a role for the same, so that one tells of all.
   */
  private static boolean tellsCallers(Ask.Other side) {
    return side.trust().statements().stream()
        .allMatch(
            s ->
                s.principal() instanceof PrincipalElement.Listed listed
                    && listed.patterns().stream().allMatch(Asking::isWhole));
  }

  private static boolean isWhole(PrincipalPattern pattern) {
    return pattern instanceof PrincipalPattern.Everyone
        || pattern instanceof PrincipalPattern.Account
        || pattern instanceof PrincipalPattern.Identity
        || pattern instanceof PrincipalPattern.Service;
  }

  private Request request(String arn, Context context) {
    return new Request(bearer.caller(), ask.action(), arn, context);
  }

  /** Whether some Allow is about resources of the kind. */
  private boolean speaks(List<NamedPolicy> policies) {
    return statements(policies).anyMatch(s -> !s.isDeny() && mayReach(s));
  }

  private boolean mayReach(Statement statement) {
    return statement
        .resource()
        .match(
            listed -> listed.patterns().stream().anyMatch(this::mayReach),
            except -> true,
            absent -> true);
  }

  private boolean mayReach(Text pattern) {
    String start =
        pattern.parts().isEmpty() || !(pattern.parts().get(0) instanceof TextPart.Literal first)
            ? ""
            : first.value();
    return ask.targets().beginnings().stream()
        .anyMatch(asked -> asked.startsWith(start) || start.startsWith(asked));
  }

  /** Whether no context matters, since no condition and no variable reads one. */
  private boolean isPlain() {
    return Stream.of(
            statements(identity),
            statements(boundary.stream().toList()),
            ask.other().stream().flatMap(side -> side.trust().statements().stream()))
        .flatMap(all -> all)
        .allMatch(Asking::isPlain);
  }

  private static boolean isPlain(Statement statement) {
    return statement.conditions().isEmpty()
        && statement.resource().patterns().stream().allMatch(t -> t.variables().isEmpty());
  }

  private static Stream<Statement> statements(List<NamedPolicy> policies) {
    return policies.stream().flatMap(policy -> policy.document().statements().stream());
  }

  private Optional<Ability> tried() {
    Authorization authorization = Authorization.of(inForce(), Assumptions.DEFAULT);
    Context context = Context.EMPTY;
    for (Given given : ask.given()) {
      if (given.value().isPresent() && !given.negated()) {
        context = context.with(given.key(), given.value().get());
      }
    }
    boolean closed =
        ask.targets().isListed() && ask.other().stream().allMatch(Asking::tellsCallers);
    for (String resource : ask.targets().examples()) {
      Request request = request(resource, context);
      Decision decision = authorization.decide(request);
      if (decision.isAllowed() && decision.certain()) {
        return Optional.of(
            able(new Witness(request, List.of(decision), List.of(), true, List.of())));
      }
      closed &= decision.certain();
    }
    return closed ? Optional.of(new Ability.Unable()) : Optional.empty();
  }

  private Ability solved() {
    return outcome()
        .match(
            new Outcome.Cases<>(
                possible -> able(possible.witness()),
                impossible -> new Ability.Unable(),
                undecided -> new Ability.Undecided(undecided.reason())));
  }

  /** As somebody else got it of whom nothing differs, else the solver's. */
  private Outcome outcome() {
    Optional<Shape> shape = Shape.of(bearer, ask, identity, boundary);
    Optional<Outcome> known =
        shape.flatMap(
            each ->
                shared.of(
                    each, bearer, r -> Authorization.of(inForce(), Assumptions.DEFAULT).decide(r)));
    if (known.isPresent()) {
      return known.get();
    }
    Outcome outcome = solve();
    shape.ifPresent(each -> shared.add(each, outcome));
    return outcome;
  }

  private Outcome solve() {
    Judged judged = Judged.inForce(inForce(), bearer.owner());
    return Question.of(List.of(judged), List.of())
        .ask(List.of(requests(judged.documents())), means);
  }

  private Ability able(Witness witness) {
    List<String> unknowns = new ArrayList<>(witness.isCertain() ? List.of() : witness.unknowns());
    if (!witness.isCertain() && unknowns.isEmpty()) {
      unknowns.add("a piece of a policy that is not known");
    }
    held.missingBoundary().ifPresent(name -> unknowns.add("the boundary `" + name + "`"));
    List<PolicyDocument> documents = identity.stream().map(NamedPolicy::document).toList();
    return Grant.of(documents, witness.request(), bearer.owner())
        .<Ability>map(grant -> new Ability.Able(witness, grant, unknowns))
        .orElseGet(() -> new Ability.Undecided("it is not known what allows it"));
  }

  private PoliciesInForce inForce() {
    return inForce(ask.other().map(Ask.Other::trust));
  }

  private PoliciesInForce inForce(Optional<PolicyDocument> trust) {
    PoliciesInForce own = PoliciesInForce.NONE.withIdentity(identity).withBoundary(boundary);
    return ask.other()
        .map(
            side ->
                own.withResource(trust.map(policy -> new NamedPolicy("trust policy", policy)))
                    .withMandatory(true)
                    .withResourceAccount(Optional.of(side.account())))
        .orElseGet(() -> own.withResourceAccount(Optional.of(bearer.owner())));
  }

  private Requests requests(List<PolicyDocument> documents) {
    Requests requests =
        OwnRequests.of(bearer.callers())
            .inAccount(ask.other().map(Ask.Other::account).orElse(bearer.owner()))
            .where(e -> e.action(List.of(ask.action())))
            .where(ask.targets().restriction())
            .where(this::own)
            .where(Asking::isNamedOtherwise);
    for (Given given : ask.given()) {
      requests = requests.where(given.test());
    }
    return requests;
  }

  /** That callers whose name is open are not what is asked for under a name that nobody chose. */
  private static Formula isNamedOtherwise(Encoding encoding) {
    Language fresh = Language.of(List.of(Pattern.glob("*" + Targets.FRESH)));
    Formula name = encoding.formulas().in(Callers.NAME, fresh);
    return encoding.formulas().not(name);
  }

  /** That keys are as they are for this caller, and that those of other actions are absent. */
  private Formula own(Encoding encoding) {
    List<Formula> all = new ArrayList<>();
    for (String key : encoding.mentioned().keySet()) {
      bearer.given(key).ifPresent(given -> all.add(given.test().on(encoding)));
      if (ActionKeys.isOfOthers(key, ask.action())
          && ask.given().stream().noneMatch(given -> given.isOf(key))) {
        all.add(KeyTest.present(key).negated().on(encoding));
      }
    }
    return encoding.formulas().and(all);
  }
}
