package io.rolewright.parse.cloudformation;

import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The problems of one template. One that several worlds meet at the same place is kept once. */
final class ProblemLog {

  private final Map<String, Problem> problems = new LinkedHashMap<>();

  void warn(String message, Origin at) {
    add(Problem.warning(message, at));
  }

  void gap(String message, Origin at) {
    add(Problem.gap(message, at));
  }

  void note(String message, Origin at) {
    add(Problem.note(message, at));
  }

  List<Problem> all() {
    return List.copyOf(problems.values());
  }

  private void add(Problem problem) {
    // why: origins are all equal, so that the place must be part of the key
    problems.putIfAbsent(problem.at().span().start() + " " + problem.message(), problem);
  }
}
