package io.rolewright.rule.session;

import io.rolewright.model.Condition;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what a trust policy demands to be passed may be passed at all. */
final class PassedThings {

  private static final List<Caller.Kind> KINDS =
      List.of(
          Caller.Kind.USER,
          Caller.Kind.ROLE_SESSION,
          Caller.Kind.SERVICE,
          Caller.Kind.WEB_IDENTITY,
          Caller.Kind.SAML);

  /** Something that is passed to a session, and the condition keys that speak of it. */
  private record Thing(String action, List<String> keys) {}

  private static final List<Thing> THINGS =
      List.of(
          new Thing(
              TrustCalls.TAG_SESSION,
              List.of("aws:requesttag/", "aws:tagkeys", "sts:transitivetagkeys")),
          new Thing(TrustCalls.SET_SOURCE_IDENTITY, List.of("sts:sourceidentity")));

  private final Means means;

  PassedThings(Means means) {
    this.means = means;
  }

  /** All statements that demand what nobody may pass, or may do so. */
  List<MissingPassing> of(Role role) {
    List<MissingPassing> found = new ArrayList<>();
    Optional<TrustCalls> trust = TrustCalls.of(role);
    for (Thing thing : trust.filter(PassedThings::isAny).isPresent() ? THINGS : List.<Thing>of()) {
      for (Statement statement : trust.get().trust().statements()) {
        if (statement.isAllow() && TrustCalls.tests(statement, thing.keys())) {
          Answer answer = missing(trust.get(), statement, thing);
          if (!answer.isNo()) {
            found.add(new MissingPassing(statement, thing.action(), answer));
          }
        }
      }
    }
    return found;
  }

  private static boolean isAny(TrustCalls trust) {
    return THINGS.stream().anyMatch(thing -> trust.tests(thing.keys()));
  }

  /** First whether it lets anybody in, then without the thing, then with it. */
  private Answer missing(TrustCalls trust, Statement statement, Thing thing) {
    Judged alone = trust.judged(trust.onlyAllowing(statement));
    Answer some = ask(List.of(alone), calls(trust, List.of()));
    if (!some.isYes()) {
      return some;
    }
    Answer needed = ask(List.of(alone), calls(trust, absent(statement, thing))).reversed();
    if (!needed.isYes()) {
      return needed;
    }
    Judged passing = trust.judgedPassing(thing.action());
    Answer refused = ask(List.of(alone, passing), calls(trust, List.of())).reversed();
    return refused.isYes() ? Answers.all(List.of(needed, refused)) : refused;
  }

  private static List<KeyTest> absent(Statement statement, Thing thing) {
    return statement.conditions().stream()
        .map(Condition::keyName)
        .filter(key -> thing.keys().stream().anyMatch(key::startsWith))
        .distinct()
        .map(key -> KeyTest.present(key).negated())
        .toList();
  }

  private static List<Requests> calls(TrustCalls trust, List<KeyTest> tests) {
    List<Requests> calls = new ArrayList<>();
    for (Caller.Kind kind : KINDS) {
      Requests requests = trust.by(kind);
      for (KeyTest test : tests) {
        requests = requests.where(test);
      }
      calls.add(requests);
    }
    return calls;
  }

  private Answer ask(List<Judged> allowing, List<Requests> calls) {
    return Answer.exists(Question.of(allowing, List.of()).ask(calls, means));
  }
}
