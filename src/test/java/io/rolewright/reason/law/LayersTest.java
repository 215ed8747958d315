package io.rolewright.reason.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Properties;
import io.rolewright.reason.property.Witness;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.law.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * All policies in force together, of the caller's account and of the resource's: identity,
 * boundary, session, organisation and resource policies, each plausible and each there or not.
 */
class LayersTest {

  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "kms:Decrypt", "sts:AssumeRole");
  private static final List<String> RESOURCES =
      List.of(
          "arn:aws:s3:::bucket/dana/x",
          "arn:aws:s3:::bucket/blue",
          "*",
          "arn:aws:sqs:eu-west-1:111111111111:a",
          "arn:aws:sqs:eu-west-1:222222222222:a");

  private int possible;
  private int impossible;
  private int undecided;
  private int requestsTried;

  /** Policies in force, made of a seed. */
  private static final class Making {
    private final Plausible plausible;
    private final Random random;

    Making(long seed) {
      this.plausible = new Plausible(seed);
      this.random = new Random(seed);
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }

    private NamedPolicy own(PolicyKind kind) {
      return World.read(plausible.policy(plausible::identityStatement), kind);
    }

    private NamedPolicy named(PolicyKind kind) {
      return World.read(plausible.policy(plausible::resourceStatement), kind);
    }

    private <T> Optional<T> maybe(int percent, java.util.function.Supplier<T> made) {
      return chance(percent) ? Optional.of(made.get()) : Optional.empty();
    }

    PoliciesInForce policies() {
      return PoliciesInForce.NONE
          .withIdentity(List.of(own(PolicyKind.IDENTITY), own(PolicyKind.IDENTITY)))
          .withBoundary(maybe(30, () -> own(PolicyKind.BOUNDARY)))
          .withSession(maybe(30, () -> List.of(own(PolicyKind.SESSION))))
          .withResource(maybe(50, () -> named(PolicyKind.RESOURCE)))
          .withOrganisation(
              maybe(20, () -> List.of(List.of(own(PolicyKind.SCP)))),
              maybe(15, () -> List.of(List.of(named(PolicyKind.RCP)))))
          .withMandatory(chance(15))
          .withResourceAccount(maybe(50, () -> chance(50) ? Coherent.HOME : Coherent.AWAY));
    }
  }

  @Test
  void nothing_is_allowed_where_that_is_proved_of_all_policies_together() {
    for (int seed = 0; seed < 150 * Tries.FACTOR; seed++) {
      Making making = new Making(seed);
      PoliciesInForce one = making.policies();
      PoliciesInForce other = changed(one, making);
      for (Caller caller : callers()) {
        ask(one, other, caller);
      }
    }
    String counts =
        "layers: %d possible, %d impossible, %d undecided; %d requests tried"
            .formatted(possible, impossible, undecided, requestsTried);
    Tries.report(counts);
    assertThat(possible).as(counts).isGreaterThan(200);
    assertThat(impossible).as(counts).isGreaterThan(800);
    assertThat(undecided).as(counts).isLessThan((possible + impossible) / 50);
  }

  private static PoliciesInForce changed(PoliciesInForce policies, Making making) {
    return switch (making.random.nextInt(4)) {
      case 0 -> policies.withSession(Optional.of(List.of(making.own(PolicyKind.SESSION))));
      case 1 -> policies.withBoundary(Optional.of(making.own(PolicyKind.BOUNDARY)));
      case 2 -> policies.withResource(Optional.of(making.named(PolicyKind.RESOURCE)));
      default -> making.policies();
    };
  }

  private static List<Caller> callers() {
    return List.of(
        Caller.user(Coherent.HOME, "dana"),
        Caller.roleSession(Coherent.HOME, "team/Target", "dana"),
        Caller.service("ec2.amazonaws.com"));
  }

  private void ask(PoliciesInForce one, PoliciesInForce other, Caller caller) {
    Judged first = Judged.inForce(one, Coherent.HOME);
    Judged second = Judged.inForce(other, Coherent.HOME);
    List<PolicyDocument> documents = new ArrayList<>(first.documents());
    documents.addAll(second.documents());
    Set<String> keys = Coherent.keys(documents);
    Callers all = Callers.all(caller.kind(), "aws");
    boolean any = caller.account().isEmpty();
    Requests requests = Requests.of(any ? all : all.ofAccount(Coherent.HOME));
    Properties properties = Properties.among(List.of(requests));
    Predicate<Request> ofFirst = request -> first.decides().apply(request).isAllowed();
    Predicate<Request> ofSecond = request -> second.decides().apply(request).isAllowed();
    check(
        properties.possible(first),
        ofFirst,
        caller,
        Coherent.keys(first.documents()),
        first.documents());
    check(
        properties.newAccess(first, second),
        ofSecond.and(ofFirst.negate()),
        caller,
        keys,
        documents);
    check(properties.disjoint(first, second), ofFirst.and(ofSecond), caller, keys, documents);
  }

  private void check(
      Outcome outcome,
      Predicate<Request> answers,
      Caller kind,
      Set<String> keys,
      List<PolicyDocument> documents) {
    if (outcome instanceof Outcome.Possible found) {
      possible++;
      Witness witness = found.witness();
      assertThat(answers.test(witness.request())).isTrue();
      assertThat(Coherence.faults(witness.request(), keys)).as("%s", witness.request()).isEmpty();
    } else if (outcome instanceof Outcome.Impossible) {
      impossible++;
      checkImpossible(answers, kind, keys, documents);
    } else {
      undecided++;
    }
  }

  private void checkImpossible(
      Predicate<Request> answers, Caller kind, Set<String> keys, List<PolicyDocument> documents) {
    Coherent universe = new Coherent(ACTIONS, RESOURCES, keys);
    for (Caller caller : Coherent.callers(kind.kind())) {
      if (caller.account().filter(a -> !a.equals(Coherent.HOME)).isPresent()) {
        continue;
      }
      for (Request request : universe.requests(caller, 60, new Random(impossible))) {
        requestsTried++;
        assertThat(answers.test(request)).as("%s under%n%s", request, documents).isFalse();
      }
    }
  }
}
