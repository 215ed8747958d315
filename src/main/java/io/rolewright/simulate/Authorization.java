package io.rolewright.simulate;

import io.rolewright.model.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides requests under given policies as AWS does (section 2 of the semantics). Policies are
 * prepared once; deciding is then linear in their statements. Immutable and safe for threads.
 *
 * <p>Pieces of policies that are not known make a layer's answer {@link Truth#UNKNOWN}. The request
 * is then decided twice, once with every such answer in the caller's favour and once against him;
 * where both come to the same verdict it is certain.
 */
public final class Authorization {

  private final PoliciesInForce policies;
  private final Assumptions assumptions;
  private final Map<Layer, LayerTest> layers = new EnumMap<>(Layer.class);

  private Authorization(PoliciesInForce policies, Assumptions assumptions) {
    this.policies = policies;
    this.assumptions = assumptions;
    policies.scps().filter(l -> !l.isEmpty()).ifPresent(levels -> layer(Layer.SCP, levels));
    policies.rcps().filter(l -> !l.isEmpty()).ifPresent(levels -> layer(Layer.RCP, levels));
    policies.vpcEndpoint().ifPresent(policy -> layer(Layer.VPCE, List.of(List.of(policy))));
    policies.resource().ifPresent(policy -> layer(Layer.RESOURCE, List.of(List.of(policy))));
    layer(Layer.IDENTITY, List.of(policies.identity()));
    policies.boundary().ifPresent(policy -> layer(Layer.BOUNDARY, List.of(List.of(policy))));
    policies.session().ifPresent(list -> layer(Layer.SESSION, List.of(list)));
  }

  private void layer(Layer layer, List<List<NamedPolicy>> levels) {
    layers.put(layer, LayerTest.of(levels, assumptions));
  }

  /** The judge of requests under these policies. */
  public static Authorization of(PoliciesInForce policies, Assumptions assumptions) {
    return new Authorization(policies, assumptions);
  }

  /** What AWS answers, without the steps that led there. */
  public Decision decide(Request request) {
    return decide(request, Trail.NONE);
  }

  /** What AWS answers, with every step. */
  public Decision explain(Request request) {
    return decide(request, Trail.keeping());
  }

  private Decision decide(Request request, Trail trail) {
    Situation situation = Situation.of(request, policies, assumptions);
    if (situation.isRefusedCall()) {
      return Decision.invalid();
    }
    Answers answers = new Answers(situation, ask(situation, trail));
    ReasonCode best = answers.decide(true);
    ReasonCode worst = answers.areCertain() ? best : answers.decide(false);
    boolean certain = best.isAllow() == worst.isAllow();
    ReasonCode reason = certain ? worst : best;
    return new Decision(
        reason,
        certain ? Optional.empty() : Optional.of(worst),
        deciding(reason, answers),
        trail.isKept() ? Optional.of(trace(situation, answers)) : Optional.empty());
  }

  private Map<Layer, LayerTest.Said> ask(Situation situation, Trail trail) {
    Map<Layer, LayerTest.Said> said = new EnumMap<>(Layer.class);
    for (Map.Entry<Layer, LayerTest> entry : layers.entrySet()) {
      Layer layer = entry.getKey();
      if (situation.applies(layer)) {
        PolicyScope scope = situation.scope(layer);
        said.put(layer, entry.getValue().say(situation.facts(layer), scope, trail));
      }
    }
    return said;
  }

  /** The statements behind a reason. */
  private static List<Statement> deciding(ReasonCode reason, Answers answers) {
    if (reason.isExplicitDeny()) {
      return answers.denying(reason.layer().orElseThrow());
    }
    return switch (reason) {
      case ALLOW_IDENTITY -> answers.allowing(EnumSet.of(Layer.IDENTITY));
      case ALLOW_RESOURCE -> answers.allowing(EnumSet.of(Layer.RESOURCE));
      case ALLOW_BOTH_SIDES -> answers.allowing(EnumSet.of(Layer.IDENTITY, Layer.RESOURCE));
      case ALLOW_ROOT -> answers.allowing(EnumSet.of(Layer.RESOURCE, Layer.SESSION));
      default -> List.of();
    };
  }

  private Trace trace(Situation situation, Answers answers) {
    List<Trace.LayerTrace> traces = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      boolean present = layers.containsKey(layer);
      LayerTest.Said said = answers.of(layer);
      traces.add(
          new Trace.LayerTrace(
              layer,
              situation.applies(layer),
              present,
              said.allows,
              said.denies,
              situation.note(layer, present),
              said.traces));
    }
    return new Trace(traces);
  }

  /** The uncertain items of which the other option gives another verdict. */
  public static Set<Uncertainty> hangsOn(
      PoliciesInForce policies, Assumptions assumptions, Request request) {
    boolean allowed = of(policies, assumptions).decide(request).isAllowed();
    Set<Uncertainty> items = EnumSet.noneOf(Uncertainty.class);
    for (Uncertainty item : Uncertainty.values()) {
      if (of(policies, assumptions.flipped(item)).decide(request).isAllowed() != allowed) {
        items.add(item);
      }
    }
    return items;
  }
}
