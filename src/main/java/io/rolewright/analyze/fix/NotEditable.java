package io.rolewright.analyze.fix;

/**
 * A change cannot be made in the file as it is written; why, in words for the log of a debugger.
 */
final class NotEditable extends Exception {

  private static final long serialVersionUID = 1L;

  NotEditable(String why) {
    super(why, null, false, false);
  }
}
