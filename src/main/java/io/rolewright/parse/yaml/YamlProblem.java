package io.rolewright.parse.yaml;

import io.rolewright.source.Problem;

/** Ends the reading of a file; carried no further than {@link YamlReader}. */
final class YamlProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  YamlProblem(Problem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
