package io.rolewright.rule;

import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What rules could not decide in one run, so that silence is never taken for an answer. Filled by
 * the rules, from several threads.
 */
public final class Gaps {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::at, Origin.BY_PLACE).thenComparing(Problem::message);

  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /** Notes that a question about a policy stayed open; the same question twice counts once. */
  public synchronized void add(Origin at, String question) {
    if (seen.add(at.file().name() + at.span() + question)) {
      problems.add(Problem.gap("undecided: " + question, at));
    }
  }

  /** The open questions, by place and then by message. */
  public synchronized List<Problem> problems() {
    return problems.stream().sorted(ORDER).toList();
  }
}
