package io.rolewright.analyze.compare;

import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Properties;
import io.rolewright.reason.property.Witness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers what came of the questions about two versions of one thing. */
final class Answers {

  private final List<Change> changes = new ArrayList<>();
  private final List<Undecided> undecided = new ArrayList<>();

  /** What is newly allowed first. */
  List<Change> changes() {
    return changes.stream().sorted(Comparator.comparing(Change::direction)).toList();
  }

  List<Undecided> undecided() {
    return undecided;
  }

  /** Asks in both directions. */
  void compare(Aspect aspect, List<Requests> among, Judged before, Judged after) {
    Properties properties = Properties.among(among);
    add(Direction.NEWLY_ALLOWED, aspect, properties.newAccess(before, after), List.of());
    add(Direction.NO_LONGER_ALLOWED, aspect, properties.newAccess(after, before), List.of());
  }

  /**
   * Adds what an outcome shows.
   *
   * @param open what the input leaves open beside what the witness says
   */
  void add(Direction direction, Aspect aspect, Outcome outcome, List<String> open) {
    outcome.match(
        new Outcome.Cases<>(
            possible -> changes.add(change(direction, aspect, possible.witness(), open)),
            impossible -> false,
            unknown -> undecided.add(new Undecided(direction, aspect, unknown.reason()))));
  }

  private static Change change(
      Direction direction, Aspect aspect, Witness witness, List<String> open) {
    List<String> dependsOn = new ArrayList<>(witness.unknowns());
    dependsOn.addAll(open);
    boolean certain = witness.isCertain() && open.isEmpty();
    return new Change(direction, aspect, "", Optional.of(witness.request()), certain, dependsOn);
  }

  /** Adds a change that needs no request to be seen. */
  void add(Direction direction, Aspect aspect, String words, List<String> dependsOn) {
    changes.add(
        new Change(direction, aspect, words, Optional.empty(), dependsOn.isEmpty(), dependsOn));
  }

  void undecided(Aspect aspect, String reason) {
    for (Direction direction : Direction.values()) {
      undecided.add(new Undecided(direction, aspect, reason));
    }
  }
}
