package io.rolewright.cli;

/** What a run tells the shell. */
final class Exit {

  /** Nothing at or above the threshold. */
  static final int CLEAN = 0;

  /** Findings at or above the threshold. */
  static final int FINDINGS = 1;

  /** The job could not be done; outweighs findings. */
  static final int FAILED = 2;

  private Exit() {}
}
