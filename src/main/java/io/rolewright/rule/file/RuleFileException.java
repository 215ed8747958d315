package io.rolewright.rule.file;

/** A rule file that is not as it must be; rule files of the product are checked at build time. */
public final class RuleFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RuleFileException(String page, String what) {
    super("rules/" + page + ": " + what);
  }
}
