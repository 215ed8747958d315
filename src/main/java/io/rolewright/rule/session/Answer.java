package io.rolewright.rule.session;

import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Witness;
import java.util.Optional;
import java.util.function.Function;

/** The answer to a question about sessions: yes or no with its grounds, or that it is open. */
public sealed interface Answer {

  /** It is so. */
  record Yes(Grounds grounds) implements Answer {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.yes.apply(this);
    }
  }

  /** It is not so. */
  record No(Grounds grounds) implements Answer {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.no.apply(this);
    }
  }

  /**
   * It cannot be told.
   *
   * @param why a part of a sentence: what is not known, or that the search ended
   * @param possible a request for which it may be so, depending on what is not known
   */
  record CannotTell(String why, Optional<Witness> possible) implements Answer {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.cannotTell.apply(this);
    }
  }

  /** One answer for each kind. */
  record Cases<R>(Function<Yes, R> yes, Function<No, R> no, Function<CannotTell, R> cannotTell) {}

  /** Calls the function for this kind. */
  <R> R match(Cases<R> cases);

  default boolean isYes() {
    return this instanceof Yes;
  }

  default boolean isNo() {
    return this instanceof No;
  }

  default boolean isOpen() {
    return this instanceof CannotTell;
  }

  /** The request behind a yes or a no, or behind a doubt; none where it is proved. */
  default Optional<Witness> witness() {
    return match(
        new Cases<>(
            yes -> yes.grounds.witnesses().stream().findFirst(),
            no -> no.grounds.witnesses().stream().findFirst(),
            CannotTell::possible));
  }

  /** Why it cannot be told; nothing where it can. */
  default Optional<String> doubt() {
    return match(
        new Cases<>(yes -> Optional.empty(), no -> Optional.empty(), c -> Optional.of(c.why)));
  }

  /** Open for a reason, without a request. */
  static Answer cannotTell(String why) {
    return new CannotTell(why, Optional.empty());
  }

  /** Yes if there is such a request, no if there is proved to be none. */
  static Answer exists(Outcome outcome) {
    return outcome.match(
        new Outcome.Cases<>(
            possible -> found(possible.witness()),
            impossible -> new No(Grounds.proved(impossible.proofs())),
            undecided -> cannotTell(undecided.reason())));
  }

  /** Yes if there is proved to be no such request, no if there is one. */
  static Answer none(Outcome outcome) {
    return exists(outcome).reversed();
  }

  /** The contrary of this answer, on the same grounds; a doubt has no request then. */
  default Answer reversed() {
    return match(
        new Cases<>(yes -> new No(yes.grounds), no -> new Yes(no.grounds), c -> cannotTell(c.why)));
  }

  private static Answer found(Witness witness) {
    if (witness.isCertain()) {
      return new Yes(Grounds.witnessed(witness));
    }
    String unknown = String.join(" and ", witness.unknowns());
    return new CannotTell(
        "it depends on " + (unknown.isEmpty() ? "a piece of a policy" : unknown),
        Optional.of(witness));
  }
}
