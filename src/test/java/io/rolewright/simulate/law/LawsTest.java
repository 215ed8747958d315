package io.rolewright.simulate.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Layer;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Trace;
import io.rolewright.simulate.Truth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of decisions that hold whatever the policies say. */
class LawsTest {

  private static final int TRIES = 1_000;

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.worldsUnderAnyOptions();
  }

  @Provide
  Arbitrary<Map<String, Object>> denials() {
    return Worlds.statements(true)
        .map(
            statement -> {
              Map<String, Object> denial = new LinkedHashMap<>(statement);
              denial.put("Effect", "Deny");
              return denial;
            });
  }

  @Property(tries = TRIES, seed = Worlds.SEED)
  void a_deny_more_never_allows_more(
      @ForAll("worlds") World world, @ForAll("denials") Map<String, Object> denial) {
    World denying = world.with(world.layers().map(Changes.withStatement(denial)));
    neverMore(denying, world);
  }

  @Property(tries = TRIES, seed = Worlds.SEED)
  void order_and_spelling_do_not_matter(@ForAll("worlds") World world, @ForAll long seed) {
    World other = world.with(Changes.reversed(world.layers()).map(Changes.spelledOtherwise(seed)));
    same(other, world);
  }

  @Property(tries = TRIES, seed = Worlds.SEED)
  void the_case_of_keys_and_actions_does_not_matter(@ForAll("worlds") World world) {
    Map<String, Object> context = new LinkedHashMap<>();
    // of two spellings of one key the last counts
    world.context().keySet().stream()
        .filter(k -> world.context().keySet().stream().filter(k::equalsIgnoreCase).count() == 1)
        .forEach(k -> context.put(k, world.context().get(k)));
    Map<String, Object> upper = new LinkedHashMap<>();
    context.forEach((key, value) -> upper.put(key.toUpperCase(java.util.Locale.ROOT), value));
    World plain = world.with(context);
    World other =
        plain
            .with(upper)
            .withAction(world.action().toUpperCase(java.util.Locale.ROOT))
            .with(world.layers().map(Changes::otherCase));
    same(other, plain);
  }

  @Property(tries = TRIES, seed = Worlds.SEED)
  void the_same_policies_twice_change_nothing(@ForAll("worlds") World world) {
    same(world.with(Changes.policiesTwice(world.layers()).map(Changes::statementsTwice)), world);
  }

  @Property(tries = TRIES, seed = Worlds.SEED)
  void a_session_policy_never_adds(@ForAll("worlds") World world) {
    Caller.Kind kind = world.caller().kind();
    // for these two it is what there is to grant with
    if (kind != Caller.Kind.FEDERATED_USER && kind != Caller.Kind.ASSUMED_ROOT) {
      neverMore(world, world.with(world.layers().withSession(Optional.empty())));
    }
  }

  @Property(tries = TRIES, seed = Worlds.SEED)
  void a_boundary_never_adds(@ForAll("worlds") World world) {
    neverMore(world, world.with(world.layers().withBoundary(Optional.empty())));
  }

  @Property(tries = TRIES, seed = Worlds.SEED)
  void organisation_and_endpoint_policies_never_add(@ForAll("worlds") World world) {
    neverMore(world, world.with(world.layers().withScps(Optional.empty())));
    neverMore(world, world.with(world.layers().withRcps(Optional.empty())));
    neverMore(world, world.with(world.layers().withVpce(Optional.empty())));
  }

  @Property(tries = TRIES, seed = Worlds.SEED)
  void deciding_and_explaining_agree(@ForAll("worlds") World world) {
    Decision decided = world.decide();
    Decision explained = world.explain();
    assertThat(explained.reason()).isEqualTo(decided.reason());
    assertThat(explained.otherwise()).isEqualTo(decided.otherwise());
    assertThat(explained.deciding()).hasSameSizeAs(decided.deciding());
    assertThat(decided.certain()).isTrue();
    boolean taken = decided.reason() != ReasonCode.CALL_INVALID;
    assertThat(explained.trace().isPresent()).isEqualTo(taken);
  }

  @Property(tries = TRIES / 10, seed = Worlds.SEED)
  void what_a_decision_hangs_on_is_what_the_other_option_changes(@ForAll("worlds") World world) {
    Authorization.hangsOn(world.inForce(), world.assumptions(), world.request())
        .forEach(
            item ->
                assertThat(
                        Authorization.of(world.inForce(), world.assumptions().flipped(item))
                            .decide(world.request())
                            .isAllowed())
                    .isNotEqualTo(world.decide().isAllowed()));
  }

  @Property(tries = TRIES, seed = Worlds.SEED)
  void the_trace_shows_the_reason(@ForAll("worlds") World world) {
    Decision decision = world.explain();
    decision.trace().ifPresent(trace -> shows(trace, decision.reason()));
  }

  private static void shows(Trace trace, ReasonCode reason) {
    Optional<Layer> layer = reason.layer();
    for (Trace.LayerTrace each : trace.layers()) {
      boolean denies = each.denies().isYes();
      boolean before = layer.isEmpty() || each.layer().compareTo(layer.get()) < 0;
      assertThat(denies && (before || !reason.isExplicitDeny())).as("%s denies", each).isFalse();
    }
    if (reason.isExplicitDeny()) {
      assertThat(trace.of(layer.orElseThrow()).denies()).isEqualTo(Truth.YES);
      assertThat(trace.of(layer.orElseThrow()).applies()).isTrue();
    } else if (layer.filter(l -> l != Layer.RESOURCE).isPresent()) {
      Trace.LayerTrace missing = trace.of(layer.get());
      assertThat(missing.allows().isNo() || !missing.present()).isTrue();
    } else if (reason == ReasonCode.ALLOW_IDENTITY || reason == ReasonCode.ALLOW_RESOURCE) {
      Layer granting = reason == ReasonCode.ALLOW_RESOURCE ? Layer.RESOURCE : Layer.IDENTITY;
      assertThat(trace.of(granting).allows()).isEqualTo(Truth.YES);
    }
  }

  private static void neverMore(World narrower, World wider) {
    if (narrower.decide().isAllowed()) {
      assertThat(wider.decide().reason().isAllow()).as("%s", wider.decide().reason()).isTrue();
    }
  }

  private static void same(World one, World other) {
    assertThat(one.decide().reason()).isEqualTo(other.decide().reason());
  }
}
