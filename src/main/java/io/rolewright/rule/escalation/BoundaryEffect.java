package io.rolewright.rule.escalation;

import io.rolewright.reason.actor.OwnRequests;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Means;
import io.rolewright.rule.permission.Abilities;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import java.util.List;
import java.util.Optional;

/**
 * What a boundary takes away from its holder.
 *
 * @param kind what it comes to
 * @param taken a request that the holder's policies allow and the boundary refuses, if there is one
 * @param doubt why it is not known, where it is not
 */
public record BoundaryEffect(
    NamedPolicy boundary, Kind kind, Optional<Witness> taken, Optional<String> doubt) {

  /** What a boundary comes to. */
  public enum Kind {
    /** It refuses nothing to anybody: proved. */
    BOUNDS_NOTHING,
    /** It refuses nothing that the holder's policies allow: proved. */
    BOUNDS_NOTHING_HERE,
    /** It refuses something that they allow. */
    BOUNDS,
    /** It refuses all that they allow: proved. */
    LEAVES_NOTHING,
    UNDECIDED
  }

  /** Of a holder whose boundary is known; empty where he has none, or no policies to be bounded. */
  public static Optional<BoundaryEffect> of(Abilities abilities) {
    return of(abilities, Means.ordinary());
  }

  /** The same by other means. */
  public static Optional<BoundaryEffect> of(Abilities abilities, Means means) {
    return abilities
        .boundary()
        .filter(b -> !abilities.policies().isEmpty())
        .map(boundary -> new Comparison(abilities, boundary, means).effect());
  }

  private record Comparison(Abilities abilities, NamedPolicy boundary, Means means) {

    BoundaryEffect effect() {
      PoliciesInForce both = abilities.inForce();
      Outcome taken = taken(both);
      return taken.match(
          new Outcome.Cases<>(
              possible -> bounding(both, possible.witness()),
              impossible -> new BoundaryEffect(boundary, idle(both), none(), none()),
              open ->
                  new BoundaryEffect(
                      boundary, Kind.UNDECIDED, none(), Optional.of(open.reason()))));
    }

    private Outcome taken(PoliciesInForce both) {
      return ask(both.withBoundary(Optional.empty()), Optional.of(both));
    }

    private Outcome ask(PoliciesInForce allowing, Optional<PoliciesInForce> refusing) {
      String owner = abilities.bearer().owner();
      return Question.of(
              List.of(Judged.inForce(allowing, owner)),
              refusing.map(p -> Judged.inForce(p, owner)).stream().toList())
          .ask(List.of(requests()), means);
    }

    private Requests requests() {
      return OwnRequests.of(abilities.bearer().callers())
          .inAccount(abilities.bearer().owner())
          .inOwnPartition();
    }

    private BoundaryEffect bounding(PoliciesInForce both, Witness witness) {
      boolean nothing = ask(both, Optional.empty()) instanceof Outcome.Impossible;
      Kind kind = nothing ? Kind.LEAVES_NOTHING : Kind.BOUNDS;
      return new BoundaryEffect(boundary, kind, Optional.of(witness), none());
    }

    /** Whether even somebody who is allowed everything would not notice it. */
    private Kind idle(PoliciesInForce both) {
      NamedPolicy all = new NamedPolicy("all", Permits.all(boundary.document().origin()));
      PoliciesInForce allowed = both.withIdentity(List.of(all));
      return taken(allowed) instanceof Outcome.Impossible
          ? Kind.BOUNDS_NOTHING
          : Kind.BOUNDS_NOTHING_HERE;
    }

    private static <T> Optional<T> none() {
      return Optional.empty();
    }
  }
}
