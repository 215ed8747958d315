package io.rolewright.reason.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.TextPart;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.law.Marked;
import io.rolewright.simulate.law.World;
import io.rolewright.simulate.law.Worlds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * The formula of policies with an open piece, evaluated at a request and a text for the piece, says
 * what the simulator decides of the policies with that text in place of the piece.
 */
class FilledPiecesTest {

  private static final List<String> TEXTS =
      List.of(
          "dana",
          "blue",
          "",
          "1",
          "111111111111",
          "user/dana",
          "a:b",
          ":",
          "s3",
          "Target",
          "true",
          "arn:aws:iam::111111111111:role/team/Target",
          "10.0.0.0/8",
          "GetObject",
          "bucket");

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.worlds()
        .filter(w -> w.layers().resource().isPresent())
        .filter(FilledPiecesTest::isOwnerTold);
  }

  /** Formulas are told the account of the policies, which the simulator may read off an ARN. */
  private static boolean isOwnerTold(World world) {
    return world.caller().account().isPresent() || world.terms().resourceAccount().isPresent();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(TEXTS);
  }

  @Property(tries = 6_000, seed = Worlds.SEED, shrinking = ShrinkingMode.BOUNDED)
  void a_formula_with_an_open_piece_says_what_each_text_of_it_says(
      @ForAll("worlds") World world, @ForAll("texts") String text, @ForAll long seed) {
    World marked = world.with(world.layers().map(p -> Marked.marked(p, new Random(seed))));
    Formulas formulas = new Formulas();
    RawKeys keys = RawKeys.of(marked);
    String owner = world.caller().account().orElse("");
    Formula allowed =
        AllowedFormula.of(
            formulas, keys, Callers.of(world.caller()), inForce(marked, Optional.empty()), owner);
    Assignment request =
        keys.assignment(marked.request())
            .and(RawKeys.caller(world.caller()))
            .with(Terms.ACTION, world.action().toLowerCase(Locale.ROOT))
            .with(Terms.RESOURCE, world.resource())
            .with(Terms.unknown(new TextPart.Unknown("parameter", Optional.empty())), text);
    boolean decided =
        Authorization.of(inForce(marked, Optional.of(text)), world.assumptions())
            .decide(world.request())
            .isAllowed();
    Unknowns unknowns = new Unknowns(formulas, keys.unreadable());
    if (unknowns.isExact(allowed)) {
      assertThat(allowed.holds(request))
          .as("%s of %s under %s", allowed, request, marked.layers())
          .isEqualTo(decided);
    }
    boolean certainly = unknowns.whatever(allowed).holds(request);
    boolean certainlyNot = unknowns.whatever(formulas.not(allowed)).holds(request);
    assertThat(certainly && !decided).as("%s of %s", allowed, request).isFalse();
    assertThat(certainlyNot && decided).as("%s of %s", allowed, request).isFalse();
  }

  private static PoliciesInForce inForce(World world, Optional<String> text) {
    World.Layers layers = world.layers();
    PolicyKind kind = world.terms().mandatory() ? PolicyKind.TRUST : PolicyKind.RESOURCE;
    return world
        .inForce()
        .withIdentity(
            layers.identity().stream().map(p -> named(p, PolicyKind.IDENTITY, text)).toList())
        .withBoundary(layers.boundary().map(p -> named(p, PolicyKind.BOUNDARY, text)))
        .withSession(
            layers
                .session()
                .map(all -> all.stream().map(p -> named(p, PolicyKind.SESSION, text)).toList()))
        .withResource(layers.resource().map(p -> named(p, kind, text)))
        .withVpcEndpoint(layers.vpce().map(p -> named(p, PolicyKind.RESOURCE, text)))
        .withOrganisation(
            layers.scps().map(levels -> levels(levels, PolicyKind.SCP, text)),
            layers.rcps().map(levels -> levels(levels, PolicyKind.RCP, text)));
  }

  private static List<List<NamedPolicy>> levels(
      List<List<Map<String, Object>>> levels, PolicyKind kind, Optional<String> text) {
    return levels.stream()
        .map(level -> level.stream().map(p -> named(p, kind, text)).toList())
        .toList();
  }

  private static NamedPolicy named(
      Map<String, Object> policy, PolicyKind kind, Optional<String> text) {
    PolicyDocument document =
        text.map(t -> Marked.filled(policy, kind, t)).orElseGet(() -> Marked.open(policy, kind));
    return new NamedPolicy("policy", document);
  }
}
