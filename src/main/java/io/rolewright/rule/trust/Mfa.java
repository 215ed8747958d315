package io.rolewright.rule.trust;

import io.rolewright.model.Condition;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.reason.Actor;
import io.rolewright.reason.Actors;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The condition keys that tell of multi-factor authentication, and what a request may say (R4.1).
 */
public final class Mfa {

  public static final String PRESENT = "aws:multifactorauthpresent";
  public static final String AGE = "aws:multifactorauthage";

  /** What a request says of MFA. */
  public enum State {
    /** Long-term access keys: neither key is there. */
    ABSENT("requests with long-term access keys, which have no MFA key at all", Map.of()),
    /** A session without MFA. */
    FALSE("requests of sessions without MFA", Map.of(PRESENT, List.of("false"))),
    /** Just signed in with MFA. */
    FRESH("requests with MFA", Map.of(PRESENT, List.of("true"), AGE, List.of("0"))),
    /** Signed in with MFA as long ago as a session can last. */
    STALE(
        "requests with MFA of long ago", Map.of(PRESENT, List.of("true"), AGE, List.of("129600")));

    private final String words;
    private final Context context;

    State(String words, Map<String, List<String>> values) {
      this.words = words;
      this.context = Context.of(values);
    }

    /** Which requests these are, in words. */
    public String words() {
      return words;
    }

    Context context() {
      return context;
    }
  }

  private Mfa() {}

  public static boolean tests(Condition condition) {
    return condition.keyName().equals(PRESENT) || condition.keyName().equals(AGE);
  }

  /** The conditions of a statement that test MFA. */
  public static List<Condition> tests(Statement statement) {
    return statement.conditions().stream().filter(Mfa::tests).toList();
  }

  /** The statement without its conditions on MFA. */
  public static Statement freed(Statement statement) {
    return statement.with(statement.conditions().stream().filter(c -> !tests(c)).toList());
  }

  /** Whether conditions on MFA hold together in such requests. */
  public static Truth hold(List<Condition> conditions, State state) {
    Request request =
        new Request(
            Caller.user(Estate.UNNAMED_ACCOUNT, "x"), "sts:AssumeRole", "*", state.context());
    StatementMatch match = new StatementMatch(request, Estate.UNNAMED_ACCOUNT);
    Truth all = Truth.YES;
    for (Condition condition : conditions) {
      all = all.and(match.holds(condition));
    }
    return all;
  }

  /** The states without MFA for which conditions hold, or may hold. */
  public static List<State> heldWithout(List<Condition> conditions) {
    List<State> held = new ArrayList<>();
    for (State state : List.of(State.ABSENT, State.FALSE)) {
      if (!hold(conditions, state).isNo()) {
        held.add(state);
      }
    }
    return held;
  }

  /**
   * A person whom a principal of a statement lets in: an IAM user, for only people sign in with
   * MFA. Nobody for services, providers, roles and sessions, nor where strangers get in, whom MFA
   * would not stop: they have devices too (R4.6).
   */
  public static Optional<Actor> person(Trust trust, Statement allow, PrincipalPattern pattern) {
    if (!(pattern instanceof PrincipalPattern.Everyone)) {
      return personOf(trust, pattern);
    }
    return trust.reach(allow, Actors.stranger()).isPresent()
        ? Optional.empty()
        : Optional.of(Actors.person(Actors.anyoneOf(trust.ownAccount())));
  }

  /** The same, but nobody for everyone. */
  public static Optional<Actor> personOf(Trust trust, PrincipalPattern pattern) {
    return new Callers(trust.ownAccount(), false).of(pattern).map(Actors::person);
  }
}
