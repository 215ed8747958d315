package io.rolewright.parse.yaml;

import io.rolewright.source.Origin;
import io.rolewright.source.Problem;

/** Ends the reading of one file. Never leaves this package. */
final class YamlProblem extends Exception {

  private final transient Problem problem;

  YamlProblem(String message, Origin at) {
    super(message, null, false, false);
    this.problem = Problem.error(message, at);
  }

  Problem problem() {
    return problem;
  }
}
