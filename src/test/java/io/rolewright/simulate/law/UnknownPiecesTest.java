package io.rolewright.simulate.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is certain although a piece of a policy is unknown stays so whatever the piece is. */
class UnknownPiecesTest {

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.worlds().filter(w -> w.layers().resource().isPresent());
  }

  @Provide
  Arbitrary<String> texts() {
    List<String> texts = new ArrayList<>(Stock.VALUES);
    texts.removeIf(text -> text.contains("$") || text.contains("{"));
    texts.addAll(
        List.of("1", "user/dana", "111111111111", "a:b", ":", "*", "*", "*", "?", "Target"));
    return Arbitraries.of(texts);
  }

  @Property(tries = 3_000, seed = Worlds.SEED)
  void a_certain_decision_holds_for_every_text(
      @ForAll("worlds") World world, @ForAll("texts") String text, @ForAll long seed) {
    World marked =
        world.with(world.layers().map(policy -> Marked.marked(policy, new Random(seed))));
    Decision open = decide(marked, Optional.empty());
    if (open.certain()) {
      Decision filled = decide(marked, Optional.of(text));
      assertThat(filled.isAllowed()).as("%s", filled.reason()).isEqualTo(open.isAllowed());
    }
  }

  private static Decision decide(World world, Optional<String> text) {
    PolicyKind kind = world.terms().mandatory() ? PolicyKind.TRUST : PolicyKind.RESOURCE;
    World.Layers layers = world.layers();
    PoliciesInForce policies =
        world
            .inForce()
            .withIdentity(
                layers.identity().stream()
                    .map(p -> named(document(p, PolicyKind.IDENTITY, text)))
                    .toList())
            .withBoundary(layers.boundary().map(p -> named(document(p, PolicyKind.BOUNDARY, text))))
            .withResource(layers.resource().map(p -> named(document(p, kind, text))));
    return Authorization.of(policies, world.assumptions()).decide(world.request());
  }

  private static NamedPolicy named(PolicyDocument document) {
    return new NamedPolicy("policy", document);
  }

  private static PolicyDocument document(
      Map<String, Object> policy, PolicyKind kind, Optional<String> text) {
    return text.map(t -> Marked.filled(policy, kind, t)).orElseGet(() -> Marked.open(policy, kind));
  }
}
