package io.rolewright.analyze.who;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.model.Inventory;
import io.rolewright.parse.ReadOptions;
import io.rolewright.reason.estate.Passage;
import io.rolewright.reason.estate.Principal;
import io.rolewright.reason.estate.Principals;
import io.rolewright.reason.estate.Reach;
import io.rolewright.reason.estate.Reached;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The search against the plainest one: every pair of principals, every context of a small universe,
 * one after the other.
 */
class EstateAgainstEnumerationTest {

  private static final int ESTATES = Integer.getInteger("rolewright.estates", 120);

  @Test
  void the_search_finds_exactly_those_who_have_a_request_for_each_step() {
    int reached = 0;
    int chains = 0;
    for (int seed = 0; seed < ESTATES; seed++) {
      List<Principal> all = principals(new RandomEstate(seed).export());
      Principals principals = Principals.of(all);
      Map<String, Boolean> edges = new HashMap<>();
      for (Principal role : all) {
        if (role.isRole()) {
          Reach.Result result = Reach.assuming(principals, role);
          Map<Principal, Integer> expected = distances(role, all, edges);
          assertThat(result.missing()).isEmpty();
          assertThat(steps(result)).as("seed " + seed + ": " + role).isEqualTo(expected);
          result.reached().forEach(EstateAgainstEnumerationTest::replay);
          reached += expected.size();
          chains += expected.values().stream().filter(steps -> steps > 1).count();
        }
      }
    }
    assertThat(reached).isGreaterThan(ESTATES);
    assertThat(chains).isGreaterThan(ESTATES / 2);
  }

  private static Map<Principal, Integer> steps(Reach.Result result) {
    Map<Principal, Integer> steps = new HashMap<>();
    result.reached().forEach(way -> steps.put(way.principal(), way.steps()));
    return steps;
  }

  /** Every step's request is allowed by all policies, not only by what is left of them. */
  private static void replay(Reached reached) {
    Passage passage = reached.passage();
    assertThat(passage.isCertain()).isTrue();
    reached
        .next()
        .ifPresent(
            next -> assertThat(passage.request().resource()).isEqualTo(next.principal().arn()));
  }

  private static Map<Principal, Integer> distances(
      Principal role, List<Principal> all, Map<String, Boolean> edges) {
    Map<Principal, Integer> distances = new HashMap<>();
    Deque<Principal> open = new ArrayDeque<>(List.of(role));
    distances.put(role, 0);
    while (!open.isEmpty()) {
      Principal to = open.poll();
      for (Principal from : all) {
        boolean edge =
            edges.computeIfAbsent(from.arn() + " " + to.arn(), key -> isPossible(from, to));
        if (edge && !distances.containsKey(from)) {
          distances.put(from, distances.get(to) + 1);
          if (from.isRole()) {
            open.add(from);
          }
        }
      }
    }
    distances.remove(role);
    return distances;
  }

  private static boolean isPossible(Principal from, Principal to) {
    PoliciesInForce policies =
        PoliciesInForce.NONE
            .withIdentity(from.identity())
            .withBoundary(from.boundary())
            .withResource(to.trust().map(trust -> new NamedPolicy("trust", trust)))
            .withMandatory(true);
    Authorization authorization = Authorization.of(policies, Assumptions.DEFAULT);
    for (String session : from.isRole() ? List.of("session", "s1") : List.of("")) {
      for (Context context : contexts(from, to)) {
        Request request = new Request(caller(from, session), "sts:AssumeRole", to.arn(), context);
        Decision decision = authorization.decide(request);
        if (decision.isAllowed() && decision.certain()) {
          return true;
        }
      }
    }
    return false;
  }

  private static Caller caller(Principal principal, String session) {
    String path = principal.arn().substring(principal.arn().indexOf('/') + 1);
    return principal.isRole()
        ? Caller.roleSession(principal.account(), path, session)
        : Caller.user(principal.account(), path);
  }

  private static List<Context> contexts(Principal from, Principal to) {
    Context own =
        Context.EMPTY
            .with("aws:PrincipalArn", from.arn())
            .with("aws:PrincipalAccount", from.account());
    if (!from.isRole()) {
      own = own.with("aws:username", from.name());
    }
    own = own.with("aws:PrincipalTag/team", tag(from)).with("aws:ResourceTag/team", tag(to));
    List<Context> all = List.of(own);
    List<String> mfa = from.isRole() ? List.of("", "false") : List.of("", "true", "false");
    all = with(all, "aws:MultiFactorAuthPresent", mfa);
    all = with(all, "sts:ExternalId", List.of("", "x1", "x2", "x3", "other"));
    all = with(all, "aws:SourceIp", List.of("", "10.0.0.1", "198.51.100.1"));
    return with(all, "aws:PrincipalOrgID", List.of("", "o-1", "o-2"));
  }

  private static List<String> tag(Principal principal) {
    return Optional.ofNullable(principal.tags().get("team")).map(List::of).orElse(List.of());
  }

  private static List<Context> with(List<Context> contexts, String key, List<String> values) {
    List<Context> more = new ArrayList<>();
    for (Context context : contexts) {
      for (String value : values) {
        more.add(value.isEmpty() ? context : context.with(key, value));
      }
    }
    return more;
  }

  private static List<Principal> principals(String export) {
    Inventory inventory =
        new Inputs(ReadOptions.DEFAULT).read(SourceFile.of("export.json", export), true);
    assertThat(inventory.problems()).isEmpty();
    return EstateReader.principals(inventory);
  }
}
