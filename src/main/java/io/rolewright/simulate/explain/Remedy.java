package io.rolewright.simulate.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest change that lets a refused request through; it was tried out.
 *
 * @param changes to the request or to what policies allow, all of them needed
 * @param denials the Deny statements that no such change escapes: only a change of these helps
 */
public record Remedy(List<Change> changes, List<Cited> denials) {

  private static final int MOST_NAMED = 3;

  public Remedy {
    changes = List.copyOf(changes);
    denials = List.copyOf(denials);
  }

  /** What to do, in one line. */
  public String words() {
    List<String> parts = new ArrayList<>();
    for (Cited denial : denials.subList(0, Math.min(MOST_NAMED, denials.size()))) {
      String policy = denial.policy().name();
      parts.add(
          "change the Deny in "
              + denial.statement().shown()
              + " of `"
              + policy
              + "` ("
              + denial.at()
              + ")");
    }
    if (denials.size() > MOST_NAMED) {
      parts.add("those in " + (denials.size() - MOST_NAMED) + " more statements");
    }
    changes.stream().map(Change::words).forEach(parts::add);
    return denials.isEmpty() ? joined(parts) : "only this helps: " + joined(parts);
  }

  private static String joined(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    String first = String.join(", ", parts.subList(0, parts.size() - 1));
    return first + " and " + parts.get(parts.size() - 1);
  }
}
