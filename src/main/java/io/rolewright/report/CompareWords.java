package io.rolewright.report;

import io.rolewright.analyze.compare.Aspect;
import io.rolewright.analyze.compare.Change;
import io.rolewright.analyze.compare.Comparison;
import io.rolewright.analyze.compare.Difference;
import io.rolewright.analyze.compare.Direction;
import io.rolewright.analyze.compare.Undecided;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What reports of comparisons for people have in common: the sentences. */
final class CompareWords {

  private CompareWords() {}

  /** What a direction means for an aspect, without the change itself. */
  static String lead(Direction direction, Aspect aspect) {
    String lead = direction == Direction.NEWLY_ALLOWED ? "newly allowed" : "no longer allowed";
    return switch (aspect) {
      case TRUST -> lead + " to get in";
      case PERMISSIONS, POLICY, DURATION -> lead;
    };
  }

  /** A change after its lead: what it is. */
  static String of(Change change) {
    return named(Printable.of(change.words().isEmpty() ? "some requests" : change.words()));
  }

  /** An example of a change, if it has one. */
  static Optional<String> example(Change change) {
    return change.example().map(request -> of(change.aspect(), request));
  }

  /** Which role is asked for stands above. */
  private static String of(Aspect aspect, Request request) {
    String words = named(RequestWords.of(request));
    String on = named("\non " + Printable.of(request.resource()));
    return (aspect == Aspect.TRUST ? words.replace(on, "") : words)
        .replace("\n and", " and")
        .replace('\n', ' ');
  }

  /** An account of which only is known that it is the owner's has no number. */
  private static String named(String text) {
    return text.replace(Estate.UNNAMED_ACCOUNT, "<own account>");
  }

  /** What the change hangs on, in brackets; empty if on nothing. */
  static String hangsOn(Change change) {
    List<String> parts = new ArrayList<>();
    if (!change.unknowns().isEmpty()) {
      parts.add("for some values of " + String.join(", ", change.unknowns()));
    }
    if (!change.unseen().isEmpty()) {
      String names = String.join(", ", change.unseen());
      parts.add("depending on " + names + ", which is not in the input");
    }
    if (parts.isEmpty() && !change.certain()) {
      parts.add("for some values of what the input leaves open");
    }
    return parts.isEmpty() ? "" : " (" + Printable.of(String.join("; ", parts)) + ")";
  }

  static String of(Undecided undecided) {
    String what =
        switch (undecided.aspect()) {
          case TRUST -> "who gets in";
          case PERMISSIONS -> "what it may do";
          case POLICY -> "what it allows";
          case DURATION -> "how long sessions last";
        };
    boolean more = undecided.direction() == Direction.NEWLY_ALLOWED;
    return "whether "
        + what
        + " has become "
        + (more ? "more: " : "less: ")
        + Printable.of(undecided.reason());
  }

  /**
   * What became of the thing as a whole, as an addition to its name; empty if nothing.
   *
   * @param name writes down a name
   */
  static String standing(Difference difference, UnaryOperator<String> name) {
    return switch (difference.presence()) {
      case ADDED -> " (added)";
      case REMOVED -> " (removed)";
      case BOTH -> difference.was().map(was -> " (was " + name.apply(was) + ")").orElse("");
    };
  }

  /** All in one line. */
  static String summary(Comparison comparison) {
    int all = comparison.differences().size();
    long more = count(comparison, Direction.NEWLY_ALLOWED);
    long less = count(comparison, Direction.NO_LONGER_ALLOWED);
    long open = comparison.differences().stream().filter(d -> !d.undecided().isEmpty()).count();
    List<String> parts = new ArrayList<>();
    add(parts, more, more == 1 ? "allows more" : "allow more");
    add(parts, less, less == 1 ? "allows less" : "allow less");
    add(parts, open, "undecided");
    if (parts.isEmpty() && !comparison.isIncomplete()) {
      return "the same requests are allowed (" + compared(all) + ", proved)";
    }
    return compared(all) + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }

  private static long count(Comparison comparison, Direction direction) {
    return comparison.differences().stream().filter(d -> d.has(direction)).count();
  }

  private static void add(List<String> parts, long count, String words) {
    if (count > 0) {
      parts.add(count + " " + words);
    }
  }

  private static String compared(int all) {
    return all + (all == 1 ? " role or policy" : " roles and policies") + " compared";
  }
}
