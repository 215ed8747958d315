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
   * @param witnesses the requests that show it, the chief one first
   * @param proved whether it is proved where no request shows it; otherwise it is plainly written
   * @param doubts what would have to be known to be sure, a part of a sentence each; none where it
   *     is sure as far as the requests are
   */
  record Yes(List<Witness> witnesses, boolean proved, List<String> doubts) implements Answer {

    public Yes {
      witnesses = List.copyOf(witnesses);
      doubts = List.copyOf(doubts);
    }

    /** The chief request. */
    public Optional<Witness> witness() {
      return witnesses.stream().findFirst();
    }

    /** Whether it is so whatever is unknown. */
    public boolean isSure() {
      return doubts.isEmpty() && witnesses.stream().allMatch(Witness::isCertain);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.yes.apply(this);
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

  /** So, as requests show, the chief one first; without any it is proved. */
  static Answer yes(List<Witness> witnesses) {
    return new Yes(witnesses, true, List.of());
  }

  /** So by what is written, as long as some things are what they usually are. */
  static Answer written(List<String> doubts) {
    return new Yes(List.of(), false, doubts);
  }
}
