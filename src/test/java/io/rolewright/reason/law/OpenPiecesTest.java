package io.rolewright.reason.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Population;
import io.rolewright.reason.property.Properties;
import io.rolewright.reason.property.Witness;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.law.Marked;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Questions about plausible trust policies in which a template leaves a piece open. */
class OpenPiecesTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          "*",
          "?*",
          "111111111111",
          "222222222222",
          "dana",
          "team",
          "blue",
          "o-corp",
          "true",
          "false",
          "300",
          "sts:AssumeRole",
          "arn:aws:iam::222222222222:role/App",
          "10.0.0.0/8",
          "ext-7f3a9c21",
          "a:b",
          ":");

  private static final List<PrincipalPattern> NONE = List.of();

  private int certain;
  private int possible;
  private int impossible;

  @Test
  void what_is_certain_or_impossible_is_so_whatever_the_piece_is() {
    for (int seed = 0; seed < 500 * Tries.FACTOR; seed++) {
      Plausible plausible = new Plausible(seed + 90_000L);
      Map<String, Object> policy =
          Marked.marked(plausible.policy(plausible::trustStatement), new Random(seed));
      PolicyDocument open = Marked.open(policy, PolicyKind.TRUST);
      List<PolicyDocument> filled =
          TEXTS.stream()
              .map(text -> Marked.filled(policy, PolicyKind.TRUST, text))
              .filter(OpenPiecesTest::isTaken)
              .toList();
      for (Requests requests : Population.assuming(Coherent.ROLE, Coherent.HOME, "aws")) {
        ask(policy, open, filled, requests);
      }
    }
    String counts = "open pieces: %d possible, %d of them certain; %d impossible";
    String said = counts.formatted(possible, certain, impossible);
    Tries.report(said);
    assertThat(certain).as(said).isGreaterThan(200);
    assertThat(possible).as(said).isGreaterThan(certain + 50);
    assertThat(impossible).as(said).isGreaterThan(500);
  }

  /** AWS takes no policy with what cannot be a principal, so of those nothing need be certain. */
  private static boolean isTaken(PolicyDocument policy) {
    return policy.statements().stream()
        .flatMap(s -> s.principal().match(l -> l.patterns(), e -> e.patterns(), a -> NONE).stream())
        .noneMatch(PrincipalPattern.Malformed.class::isInstance);
  }

  private static Judged judged(PolicyDocument policy) {
    return Judged.policy(policy, PolicyScope.TRUST, Coherent.HOME);
  }

  private void ask(
      Map<String, Object> policy,
      PolicyDocument open,
      List<PolicyDocument> filled,
      Requests requests) {
    Outcome outcome = Properties.among(List.of(requests)).possible(judged(open));
    if (outcome instanceof Outcome.Possible found) {
      possible++;
      check(found.witness(), policy, filled);
    } else if (outcome instanceof Outcome.Impossible) {
      impossible++;
      checkImpossible(policy, filled, requests);
    }
  }

  private void check(Witness witness, Map<String, Object> policy, List<PolicyDocument> filled) {
    if (witness.isCertain()) {
      certain++;
      for (PolicyDocument each : filled) {
        assertThat(judged(each).decides().apply(witness.request()).isAllowed())
            .as("%s under %s", witness.request(), policy)
            .isTrue();
      }
    } else {
      assertThat(witness.unknowns()).isNotEmpty();
    }
  }

  private static void checkImpossible(
      Map<String, Object> policy, List<PolicyDocument> filled, Requests requests) {
    Caller.Kind kind = requests.callers().kind();
    Random random = new Random(3);
    for (PolicyDocument each : filled) {
      Judged judged = judged(each);
      var keys = Coherent.keys(List.of(each));
      Coherent universe = new Coherent(Coherent.calls(kind), List.of(Coherent.ROLE), keys);
      for (Caller caller : Coherent.callers(kind)) {
        for (Request request : universe.requests(caller, 15, random)) {
          assertThat(judged.decides().apply(request).isAllowed())
              .as("%s under %s", request, policy)
              .isFalse();
        }
      }
    }
  }
}
