package io.rolewright.reason.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Compound;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Population;
import io.rolewright.reason.property.Properties;
import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Lemma;
import io.rolewright.reason.solve.Proof;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.strings.Theory;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.law.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Two versions of plausible policies: what is proved to allow nothing new allows no request of a
 * closed universe newly, and what is shown as newly allowed can be asked for. What is shown has
 * been replayed, which throws where the judges disagree.
 */
class NewAccessTest {

  private static final int MOST_OF_A_CALLER = 60;
  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "kms:Decrypt", "sts:AssumeRole");
  private static final List<String> RESOURCES =
      List.of(
          "arn:aws:s3:::bucket/dana/x",
          "arn:aws:s3:::bucket/blue",
          "*",
          "arn:aws:sqs:eu-west-1:111111111111:a",
          Coherent.ROLE);

  private static final Optional<Compound> OWN =
      Callers.all(Caller.Kind.USER, "aws").ofAccount(Coherent.HOME).account();

  private int impossible;
  private int possible;
  private int undecided;
  private int requestsTried;
  private int lemmas;

  @Test
  void nothing_is_newly_allowed_where_that_is_proved_of_trust_policies() {
    for (int seed = 0; seed < 1_200 * Tries.FACTOR; seed++) {
      Plausible plausible = new Plausible(seed);
      Pair pair = pair(plausible, plausible::trustStatement, PolicyKind.TRUST, seed);
      for (Requests requests : Population.assuming(Coherent.ROLE, Coherent.HOME, "aws")) {
        List<String> calls = Coherent.calls(requests.callers().kind());
        ask(
            pair,
            PolicyScope.TRUST,
            requests,
            new Coherent(calls, List.of(Coherent.ROLE), pair.keys()));
      }
    }
    report("trust", 500, 3_500);
  }

  @Test
  void nothing_is_newly_allowed_where_that_is_proved_of_resource_policies() {
    for (int seed = 0; seed < 500 * Tries.FACTOR; seed++) {
      Plausible plausible = new Plausible(seed);
      Pair pair = pair(plausible, plausible::resourceStatement, PolicyKind.RESOURCE, seed);
      for (Requests requests : Population.of(PolicyKind.RESOURCE, Coherent.HOME, "aws")) {
        ask(pair, PolicyScope.RESOURCE, requests, new Coherent(ACTIONS, RESOURCES, pair.keys()));
      }
    }
    report("resource", 500, 500);
  }

  @Test
  void nothing_is_newly_allowed_where_that_is_proved_of_identity_policies() {
    for (int seed = 0; seed < 800 * Tries.FACTOR; seed++) {
      Plausible plausible = new Plausible(seed);
      Pair pair = pair(plausible, plausible::identityStatement, PolicyKind.IDENTITY, seed);
      for (Requests requests : Population.of(PolicyKind.IDENTITY, Coherent.HOME, "aws")) {
        ask(pair, PolicyScope.CALLER, requests, new Coherent(ACTIONS, RESOURCES, pair.keys()));
      }
    }
    report("identity", 500, 500);
  }

  private record Pair(
      PolicyDocument before,
      PolicyDocument after,
      Map<String, Object> old,
      Map<String, Object> now) {

    Set<String> keys() {
      return Coherent.keys(List.of(before, after));
    }

    @Override
    public String toString() {
      return old + "\n" + now;
    }
  }

  private static Pair pair(Plausible plausible, Plausible.Maker maker, PolicyKind kind, int seed) {
    Map<String, Object> one = plausible.policy(maker);
    Map<String, Object> other =
        seed % 4 == 0 ? plausible.policy(maker) : plausible.changed(one, maker);
    Map<String, Object> nothing = Plausible.policy(List.of());
    Map<String, Object> old = seed % 4 == 3 ? nothing : seed % 2 == 0 ? one : other;
    Map<String, Object> now = seed % 2 == 0 ? other : one;
    return new Pair(World.read(old, kind).document(), World.read(now, kind).document(), old, now);
  }

  private void ask(Pair pair, PolicyScope scope, Requests requests, Coherent universe) {
    Judged old = Judged.policy(pair.before(), scope, Coherent.HOME);
    Judged now = Judged.policy(pair.after(), scope, Coherent.HOME);
    Outcome outcome = Properties.among(List.of(requests)).newAccess(old, now);
    outcome
        .<Runnable>match(
            new Outcome.Cases<>(
                found -> () -> check(found.witness(), pair),
                none -> () -> check(none, pair, old, now, requests, universe),
                open -> () -> undecided++))
        .run();
  }

  private void check(Witness witness, Pair pair) {
    possible++;
    assertThat(witness.isCertain()).isTrue();
    assertThat(Coherence.faults(witness.request(), pair.keys()))
        .as("%s under%n%s", witness.request(), pair)
        .isEmpty();
  }

  private void check(
      Outcome.Impossible none,
      Pair pair,
      Judged old,
      Judged now,
      Requests requests,
      Coherent universe) {
    impossible++;
    checkProofs(none, Encoding.of(requests, List.of(pair.before(), pair.after())).domains());
    Random random = new Random(impossible);
    Caller.Kind kind = requests.callers().kind();
    boolean ownOnly = requests.callers().account().equals(OWN);
    for (Caller caller : Coherent.callers(kind)) {
      if (ownOnly && !caller.account().get().equals(Coherent.HOME)) {
        continue;
      }
      for (Request request : universe.requests(caller, MOST_OF_A_CALLER, random)) {
        requestsTried++;
        boolean news =
            now.decides().apply(request).isAllowed() && !old.decides().apply(request).isAllowed();
        assertThat(news).as("%s under%n%s", request, pair).isFalse();
      }
    }
  }

  private void checkProofs(Outcome.Impossible none, Domains domains) {
    Theory theory = new Theory();
    for (Proof proof : none.proofs()) {
      assertThat(proof.isComplete(SearchBudget.ordinary())).as("%s", proof).isTrue();
      for (Lemma lemma : proof.lemmas()) {
        lemmas++;
        assertThat(lemma.isValid(domains, theory, SearchBudget.ordinary()))
            .as("%s", lemma)
            .isTrue();
      }
    }
  }

  private void report(String what, int leastPossible, int leastImpossible) {
    String counts =
        "%s: %d possible, %d impossible, %d undecided; %d requests tried, %d lemmas checked"
            .formatted(what, possible, impossible, undecided, requestsTried, lemmas);
    Tries.report(counts);
    assertThat(possible).as(counts).isGreaterThan(leastPossible);
    assertThat(impossible).as(counts).isGreaterThan(leastImpossible);
    assertThat(undecided).as(counts).isLessThan((possible + impossible) / 100);
  }
}
