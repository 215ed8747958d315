package io.rolewright.reason.law;

/** How much the laws are tried: the system property {@code rolewright.tries} is a factor. */
final class Tries {

  static final int FACTOR = Integer.getInteger("rolewright.tries", 1);

  private Tries() {}

  /** Says what a longer run has done. */
  static void report(String counts) {
    if (FACTOR > 1) {
      System.out.println(counts);
    }
  }
}
