package io.rolewright.report;

import io.rolewright.analyze.compare.Aspect;
import io.rolewright.analyze.compare.Change;
import io.rolewright.analyze.compare.Comparison;
import io.rolewright.analyze.compare.Difference;
import io.rolewright.analyze.compare.Direction;
import io.rolewright.analyze.compare.Undecided;
import java.util.ArrayList;
import java.util.List;

/** What reports of comparisons for people have in common: the sentences. */
final class CompareWords {

  private CompareWords() {}

  /** What a direction means for an aspect, without the change itself. */
  static String lead(Direction direction, Aspect aspect) {
    String lead = direction == Direction.NEWLY_ALLOWED ? "newly allowed" : "no longer allowed";
    return switch (aspect) {
      case TRUST -> lead + " to get in";
      case PERMISSIONS, POLICY -> lead;
      case DURATION -> lead;
    };
  }

  /** A change after its lead: what it is, an example, and what it hangs on. */
  static String of(Change change) {
    List<String> parts = new ArrayList<>();
    if (!change.words().isEmpty()) {
      parts.add(Printable.of(change.words()));
    }
    change
        .example()
        .ifPresent(q -> parts.add("for example " + RequestWords.of(q).replace('\n', ' ')));
    return String.join(", ", parts) + hangsOn(change);
  }

  private static String hangsOn(Change change) {
    if (change.certain()) {
      return "";
    }
    String what =
        change.dependsOn().isEmpty()
            ? "what the input leaves open"
            : Printable.of(String.join(", ", change.dependsOn()));
    return " (for some values of " + what + ")";
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
   * What became of the thing as a whole, as an addition to its name; empty if it is on both sides.
   */
  static String standing(Difference difference) {
    return switch (difference.presence()) {
      case ADDED -> "added";
      case REMOVED -> "removed";
      case BOTH -> difference.was().map(name -> "was " + Printable.of(name)).orElse("");
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
