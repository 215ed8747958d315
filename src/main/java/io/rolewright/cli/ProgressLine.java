package io.rolewright.cli;

import io.rolewright.analyze.Progress;
import java.util.function.LongSupplier;

/** A line on standard error that says how far a long run is, and goes away. */
final class ProgressLine implements Progress {

  private static final long PATIENCE_MILLIS = 500;
  private static final long BETWEEN_MILLIS = 100;
  private static final String START_AND_CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final LongSupplier clock;
  private long next;
  private boolean shown;

  /**
   * A progress line that appears after half a second.
   *
   * @param clock in milliseconds
   */
  ProgressLine(Terminal terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.next = clock.getAsLong() + PATIENCE_MILLIS;
  }

  @Override
  public synchronized void file(int done, int total, String name) {
    long now = clock.getAsLong();
    if (now >= next) {
      next = now + BETWEEN_MILLIS;
      shown = true;
      terminal.print(START_AND_CLEAR + "checking " + done + " of " + total + " files");
    }
  }

  /** Takes the line away. */
  synchronized void clear() {
    if (shown) {
      terminal.print(START_AND_CLEAR);
      shown = false;
    }
  }
}
