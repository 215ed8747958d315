package io.rolewright.reason;

import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import io.rolewright.simulate.TrustPolicies;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether an actor can get in through a statement of a trust policy, all Denies considered.
 *
 * <p>The search builds the actor's requests from what the policy mentions and evaluates each; a
 * request it returns is therefore truly allowed. It is bounded, so that finding none is no proof
 * that there is none; {@link #exhausted()} tells whether the bound was met.
 */
public final class Reach {

  private static final int MAX_EVALUATIONS = 20_000;

  private final PolicyDocument trust;
  private final TrustPolicies prepared;
  private final String ownAccount;
  private final Mentions mentions;
  private final String role;
  private final boolean tooLarge;
  private int evaluations;
  private boolean exhausted;

  /**
   * @param ownAccount the account of the role
   * @param roleName its name, which requests name as their resource
   */
  public Reach(PolicyDocument trust, String ownAccount, String roleName) {
    this.trust = trust;
    this.prepared = TrustPolicies.prepared(trust, ownAccount);
    this.ownAccount = ownAccount;
    this.mentions = Mentions.of(trust);
    this.role = "arn:aws:iam::" + ownAccount + ":role/" + roleName;
    this.tooLarge = SearchSize.of(trust, mentions).isTooLarge();
  }

  /** A request of the actor that the policy allows, among others by {@code through}. */
  public Optional<Witness> find(Statement through, Actor actor) {
    evaluations = 0;
    Optional<Witness> uncertain = Optional.empty();
    if (tooLarge) {
      return uncertain;
    }
    for (String action : actor.actions()) {
      for (Caller caller : actor.callers(mentions)) {
        Optional<Witness> found = new Attempt(through, actor, action, caller).run();
        if (found.filter(Witness::isCertain).isPresent()) {
          return found;
        }
        uncertain = uncertain.or(() -> found);
      }
    }
    return uncertain;
  }

  /** Whether the policy is one that no search is begun for: nothing is then ever found. */
  public boolean tooLarge() {
    return tooLarge;
  }

  /** Whether some search of this object gave up before it had tried all its requests. */
  public boolean exhausted() {
    return exhausted;
  }

  /** The search among the requests of one caller for one action. */
  private final class Attempt {

    private final Statement through;
    private final String action;
    private final Caller caller;
    private final Map<String, List<List<String>>> choices = new TreeMap<>();
    private Optional<Witness> uncertain = Optional.empty();

    Attempt(Statement through, Actor actor, String action, Caller caller) {
      this.through = through;
      this.action = action;
      this.caller = caller;
      mentions
          .asMap()
          .forEach((key, texts) -> choices.put(key, useful(key, actor.values(key, caller, texts))));
    }

    /** Leaves out values with which the statement could not match, so that few are left to try. */
    private List<List<String>> useful(String key, List<List<String>> values) {
      List<Condition> tests =
          through.conditions().stream()
              .filter(c -> c.keyName().equals(key))
              .filter(c -> c.values().stream().allMatch(v -> v.variables().isEmpty()))
              .toList();
      List<List<String>> useful = new ArrayList<>();
      for (List<String> value : values) {
        Truth holds = holds(key, value, tests);
        if (holds.isYes() && mentions.isSettledBy(key)) {
          return List.of(value);
        }
        if (!holds.isNo()) {
          useful.add(value);
        }
      }
      return useful;
    }

    private Truth holds(String key, List<String> value, List<Condition> tests) {
      StatementMatch match =
          new StatementMatch(request(Context.of(Map.of(key, value))), ownAccount);
      Truth all = Truth.YES;
      for (Condition test : tests) {
        all = all.and(match.holds(test));
      }
      return all;
    }

    Optional<Witness> run() {
      if (choices.values().stream().anyMatch(List::isEmpty)) {
        return Optional.empty();
      }
      List<String> keys = new ArrayList<>(choices.keySet());
      Optional<Witness> certain = choose(keys, 0, new TreeMap<>());
      return certain.or(() -> uncertain);
    }

    private Optional<Witness> choose(List<String> keys, int at, Map<String, List<String>> chosen) {
      if (at == keys.size()) {
        return evaluate(chosen);
      }
      for (List<String> value : choices.get(keys.get(at))) {
        chosen.put(keys.get(at), value);
        Optional<Witness> found = choose(keys, at + 1, chosen);
        if (found.isPresent() || evaluations >= MAX_EVALUATIONS) {
          return found;
        }
      }
      chosen.remove(keys.get(at));
      return Optional.empty();
    }

    private Optional<Witness> evaluate(Map<String, List<String>> chosen) {
      if (++evaluations >= MAX_EVALUATIONS) {
        exhausted = true;
        return Optional.empty();
      }
      if (!KeyPresence.isPossible(caller, chosen)) {
        return Optional.empty();
      }
      Request request = request(Context.of(chosen));
      if (new StatementMatch(request, ownAccount).matchesTrust(through).isNo()) {
        return Optional.empty();
      }
      Decision decision = prepared.decide(request);
      if (!decision.isAllowed()) {
        return Optional.empty();
      }
      Witness witness = new Witness(request, decision, deciders(decision));
      if (witness.isCertain()) {
        return Optional.of(witness);
      }
      uncertain = uncertain.or(() -> Optional.of(witness));
      return Optional.empty();
    }

    private Request request(Context context) {
      return new Request(caller, action, role, context);
    }
  }

  private List<TextPart.Unknown> deciders(Decision decision) {
    Set<TextPart.Unknown> deciders = new LinkedHashSet<>();
    if (!decision.certain()) {
      decision.deciding().forEach(statement -> addUnknowns(statement, deciders));
      if (deciders.isEmpty()) {
        trust.statements().stream()
            .filter(Statement::isDeny)
            .forEach(s -> addUnknowns(s, deciders));
      }
    }
    return new ArrayList<>(deciders);
  }

  private static void addUnknowns(Statement statement, Set<TextPart.Unknown> unknowns) {
    statement.conditions().stream()
        .flatMap(c -> c.values().stream())
        .map(Text::unknowns)
        .forEach(unknowns::addAll);
    statement.conditions().forEach(c -> unknowns.addAll(c.key().unknowns()));
    statement.action().patterns().forEach(a -> unknowns.addAll(a.unknowns()));
    statement.principal().patterns().forEach(p -> unknowns.addAll(p.text().unknowns()));
  }
}
