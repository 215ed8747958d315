package io.rolewright.reason.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Statement;
import io.rolewright.reason.access.Access;
import io.rolewright.reason.access.Line;
import io.rolewright.reason.encode.AskedOf;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.law.World;
import io.rolewright.simulate.law.Worlds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * A request is in a line if and only if the simulator allows it; every line has one that it does.
 */
class EffectiveAccessTest {

  private static final AtomicInteger REQUESTS = new AtomicInteger();
  private static final AtomicInteger ALLOWED = new AtomicInteger();
  private static final AtomicInteger TAKEN = new AtomicInteger();
  private static final AtomicInteger EXAMPLES = new AtomicInteger();

  private static final List<String> ACTIONS =
      List.of(
          "s3:GetObject",
          "s3:PutObject",
          "kms:Decrypt",
          "ec2:DescribeInstances",
          "iam:PassRole",
          "sts:AssumeRole",
          "s3:GetObjectX",
          "none:Such");
  private static final List<String> RESOURCES =
      List.of(
          "arn:aws:s3:::bucket/dana/x",
          "arn:aws:s3:::bucket/blue",
          "*",
          "arn:aws:sqs:eu-west-1:111111111111:a:b",
          "arn:aws:iam::111111111111:role/team/Target");

  /** Policies with several requests to judge. */
  record Trial(World world, List<Map<String, Object>> contexts) {}

  @Provide
  Arbitrary<Trial> trials() {
    return Combinators.combine(Worlds.worlds(), Worlds.context().list().ofSize(4)).as(Trial::new);
  }

  @AfterContainer
  static void enough_was_judged() {
    assertThat(REQUESTS.get()).isGreaterThan(5_000);
    assertThat(ALLOWED.get()).isGreaterThan(1_000);
    assertThat(TAKEN.get()).isGreaterThan(200);
    assertThat(EXAMPLES.get()).isGreaterThan(200);
  }

  @Property(tries = 1_500, seed = Worlds.SEED, shrinking = ShrinkingMode.BOUNDED)
  void lines_are_what_the_simulator_allows(@ForAll("trials") Trial trial) {
    Caller caller = trial.world().caller();
    if (caller.account().isEmpty()) {
      return;
    }
    PoliciesInForce policies = trial.world().inForce();
    String owner = caller.account().get();
    Requests requests = Requests.of(Callers.of(caller));
    EffectiveAccess access = EffectiveAccess.of(requests, policies, owner, Means.ordinary());
    PoliciesInForce without = policies.withSession(Optional.empty());
    if (!isExact(access, policies, owner) || !isExact(access, without, owner)) {
      return; // what cannot be said exactly is told under symbols, of which a request says nothing
    }
    Access<Statement> allowed = access.allowed();
    Access<Statement> taken = access.takenBySession();
    judge(trial, access, allowed, taken);
    for (Line<Statement> line : allowed.lines()) {
      count(access.example(line));
    }
    for (Line<Statement> line : taken.lines()) {
      count(access.example(line, without));
    }
  }

  private static boolean isExact(EffectiveAccess access, PoliciesInForce policies, String owner) {
    return access.encoding().isExact(access.encoding().allowed(policies, owner));
  }

  private static void count(Example example) {
    if (example.request().isPresent()) {
      EXAMPLES.incrementAndGet();
    }
  }

  private static void judge(
      Trial trial, EffectiveAccess access, Access<Statement> allowed, Access<Statement> taken) {
    PoliciesInForce policies = trial.world().inForce();
    Authorization now = Authorization.of(policies, Assumptions.DEFAULT);
    Authorization before =
        Authorization.of(policies.withSession(Optional.empty()), Assumptions.DEFAULT);
    AskedOf asked = new AskedOf(access.encoding(), access.domains());
    for (Map<String, Object> context : trial.contexts()) {
      for (String action : ACTIONS) {
        for (String resource : RESOURCES) {
          Request raw =
              new Request(
                  trial.world().caller(),
                  action,
                  resource,
                  trial.world().with(context).request().context());
          Optional<Assignment> said = asked.said(raw);
          if (said.isPresent()) {
            Request request = access.encoding().request(said.get());
            boolean can = compare(allowed, said.get(), now.decide(request), request);
            boolean could = before.decide(request).isAllowed();
            compare(taken, said.get(), could && !can, request);
          }
        }
      }
    }
  }

  private static boolean compare(
      Access<Statement> list, Assignment said, Decision decision, Request request) {
    REQUESTS.incrementAndGet();
    if (decision.isAllowed()) {
      ALLOWED.incrementAndGet();
    }
    check(list, said, decision.isAllowed(), request);
    return decision.isAllowed();
  }

  private static void compare(
      Access<Statement> list, Assignment said, boolean isIn, Request request) {
    if (isIn) {
      TAKEN.incrementAndGet();
    }
    check(list, said, isIn, request);
  }

  private static void check(
      Access<Statement> list, Assignment said, boolean isIn, Request request) {
    boolean holds = list.holds(said);
    assertThat(holds && !isIn).as("a line has %s that is not allowed", request).isFalse();
    assertThat(isIn && !holds && list.isComplete())
        .as("no line has %s in %s", request, list.lines())
        .isFalse();
  }
}
