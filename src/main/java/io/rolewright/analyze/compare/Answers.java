package io.rolewright.analyze.compare;

import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Properties;
import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.PolicyScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers what came of the questions about two versions of one thing. */
final class Answers {

  private final Means means;
  private final List<Change> changes = new ArrayList<>();
  private final List<Undecided> undecided = new ArrayList<>();

  Answers(Means means) {
    this.means = means;
  }

  /** What is newly allowed first. */
  List<Change> changes() {
    return changes.stream().sorted(Comparator.comparing(Change::direction)).toList();
  }

  List<Undecided> undecided() {
    return undecided;
  }

  /** Asks of two policies in both directions; what is not there allows nothing. */
  void compare(
      Aspect aspect, List<Requests> among, Couple.Texts texts, PolicyScope scope, String owner) {
    Judged before = Judges.of(texts.before(), scope, owner);
    Judged after = Judges.of(texts.after(), scope, owner);
    Judged lost = Judges.beside(texts.after(), texts.before(), scope, owner);
    Judged gained = Judges.beside(texts.before(), texts.after(), scope, owner);
    ask(Direction.NEWLY_ALLOWED, aspect, among, before, gained, List.of());
    ask(Direction.NO_LONGER_ALLOWED, aspect, among, after, lost, List.of());
  }

  /**
   * Asks what {@code more} allows and {@code less} does not; the answer is whether there is
   * something.
   *
   * @param unseen policies outside of the input that may decide otherwise
   */
  boolean ask(
      Direction direction,
      Aspect aspect,
      List<Requests> among,
      Judged less,
      Judged more,
      List<String> unseen) {
    Outcome outcome = new Properties(among, means).newAccess(less, more);
    return outcome.match(
        new Outcome.Cases<>(
            possible -> {
              DifferenceLines lines =
                  new DifferenceLines(less, more, aspect == Aspect.TRUST, means);
              among.forEach(lines::add);
              add(direction, aspect, lines, possible.witness(), unseen);
              return true;
            },
            impossible -> false,
            unknown -> {
              undecided.add(new Undecided(direction, aspect, unknown.reason()));
              return false;
            }));
  }

  private void add(
      Direction direction,
      Aspect aspect,
      DifferenceLines lines,
      Witness first,
      List<String> unseen) {
    lines.lines().forEach((words, w) -> add(direction, aspect, words, w, unseen));
    if (lines.lines().isEmpty()) {
      add(direction, aspect, "", Optional.of(first), unseen);
    } else if (lines.unlisted() > 0) {
      String more = lines.unlisted() + (lines.isComplete() ? "" : " or more") + " like these";
      add(direction, aspect, "and " + more, Optional.empty(), unseen);
    } else if (!lines.isComplete()) {
      add(direction, aspect, "and perhaps more that was not listed", Optional.empty(), unseen);
    }
  }

  private void add(
      Direction direction,
      Aspect aspect,
      String words,
      Optional<Witness> witness,
      List<String> unseen) {
    boolean certain = witness.map(Witness::isCertain).orElse(true) && unseen.isEmpty();
    List<String> unknowns = witness.map(Witness::unknowns).orElse(List.of());
    changes.add(
        new Change(
            direction, aspect, words, witness.map(Witness::request), certain, unknowns, unseen));
  }

  /** Adds a change that needs no request to be seen. */
  void add(Direction direction, Aspect aspect, String words, List<String> unseen) {
    add(direction, aspect, words, Optional.empty(), unseen);
  }

  void undecided(Aspect aspect, String reason) {
    for (Direction direction : Direction.values()) {
      undecided.add(new Undecided(direction, aspect, reason));
    }
  }
}
