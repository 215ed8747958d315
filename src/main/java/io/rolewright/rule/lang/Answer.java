package io.rolewright.rule.lang;

import io.rolewright.reason.property.Witness;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a word found out: rules go on where it is so, and what shows it comes into the finding. */
public sealed interface Answer {

  /**
   * It is so.
   *
   * @param witness the request that shows it; none where it is proved, which takes no request
   * @param doubts what would have to be known to be sure, a part of a sentence each; none where it
   *     is sure as far as the witness is
   */
  record Yes(Optional<Witness> witness, List<String> doubts) implements Answer {

    public Yes {
      doubts = List.copyOf(doubts);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.yes.apply(this);
    }

    /** Whether it is so whatever is unknown. */
    public boolean isSure() {
      return doubts.isEmpty() && witness.map(Witness::isCertain).orElse(true);
    }
  }

  /** It is not so. */
  record No() implements Answer {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.no.apply(this);
    }
  }

  /**
   * It cannot be told.
   *
   * @param why a part of a sentence
   */
  record Open(String why) implements Answer {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.open.apply(this);
    }
  }

  /** One result for each kind. */
  record Cases<R>(Function<Yes, R> yes, Function<No, R> no, Function<Open, R> open) {}

  /** Calls the function for this kind. */
  <R> R match(Cases<R> cases);

  /** How it reads in a message. */
  default String shown() {
    return match(new Cases<>(yes -> "yes", no -> "no", open -> "open"));
  }

  /** So, as a request shows. */
  static Answer shownBy(Witness witness) {
    return new Yes(Optional.of(witness), List.of());
  }
}
