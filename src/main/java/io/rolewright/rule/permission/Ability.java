package io.rolewright.rule.permission;

import io.rolewright.reason.property.Witness;
import io.rolewright.simulate.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The answer to whether a holder can do something. */
public sealed interface Ability {

  /**
   * He can, by this request.
   *
   * @param witness a request of his that the simulator allows
   * @param grant what lets it through
   * @param unknowns what would have to be known for it to be certain, for people; none where it is
   */
  record Able(Witness witness, Grant grant, List<String> unknowns) implements Ability {
    public Able {
      unknowns = List.copyOf(unknowns);
    }

    public Request request() {
      return witness.request();
    }

    /** Whether the request goes through whatever is unknown. */
    public boolean isCertain() {
      return unknowns.isEmpty();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.able().apply(this);
    }
  }

  /** No such request goes through: proved, as far as the input holds his policies. */
  record Unable() implements Ability {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unable().apply(this);
    }
  }

  /** It is not known. */
  record Undecided(String reason) implements Ability {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.undecided().apply(this);
    }
  }

  /** One answer for each kind. */
  record Cases<R>(
      Function<Able, R> able, Function<Unable, R> unable, Function<Undecided, R> undecided) {}

  /** Calls the function for this kind. */
  <R> R match(Cases<R> cases);

  /** The request, if there is one. */
  default Optional<Able> able() {
    return match(new Cases<>(Optional::of, u -> Optional.empty(), u -> Optional.empty()));
  }

  /** Why it is not known, if it is not. */
  default Optional<String> undecided() {
    return match(
        new Cases<>(a -> Optional.empty(), u -> Optional.empty(), u -> Optional.of(u.reason())));
  }
}
