package io.rolewright.rule.lang;

/** A mistake in a rule block; becomes a problem with the place before anybody else sees it. */
final class LanguageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;

  /**
   * @param start first offset of the mistake in the rule file
   */
  LanguageException(int start, int end, String message) {
    super(message, null, false, false);
    this.start = start;
    this.end = end;
  }

  LanguageException(Syntax at, String message) {
    this(at.start(), at.end(), message);
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }
}
