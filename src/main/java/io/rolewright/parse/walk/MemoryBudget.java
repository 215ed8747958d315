package io.rolewright.parse.walk;

/**
 * How much policy text one run can hold, so that a run ends with a message and not without memory.
 *
 * <p>What is kept of a policy takes up to about ten times its bytes, measured on the densest legal
 * documents; a bit more than half of the heap is given to it.
 */
public final class MemoryBudget {

  private static final long HEAP_PER_BYTE = 10;

  private long left = total();

  /** The bytes of policy text that fit into this virtual machine. */
  public static long total() {
    return Runtime.getRuntime().maxMemory() * 6 / 10 / HEAP_PER_BYTE;
  }

  /** Whether there is room for so many bytes more; if so they are taken. */
  public boolean take(long bytes) {
    if (bytes > left) {
      return false;
    }
    left -= bytes;
    return true;
  }
}
