package io.rolewright.parse.json;

import io.rolewright.source.Origin;
import io.rolewright.source.Problem;

/** Ends the reading of one document. Never leaves this package. */
final class JsonProblem extends Exception {

  private final transient Problem problem;

  JsonProblem(String message, Origin at) {
    super(message, null, false, false);
    this.problem = Problem.error(message, at);
  }

  Problem problem() {
    return problem;
  }
}
