package io.rolewright.rule.file;

import io.rolewright.source.Problem;

/** A rule file that is not as it must be; rule files of the product are checked at build time. */
public final class RuleFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RuleFileException(Problem problem) {
    super(problem.at() + ": " + problem.message());
  }
}
