package io.rolewright.parse.tree;

/**
 * Bounds on one hostile file. What exceeds them is a problem, never a crash.
 *
 * @param depth how deep objects and arrays may nest
 * @param nodes how many keys and values a file may hold, YAML aliases counted as often as they are
 *     used
 */
public record Limits(int depth, int nodes) {

  /** Far above any real policy or template; AWS itself stops at 10 to 20 levels. */
  public static final Limits DEFAULT = new Limits(200, 2_000_000);

  /** Measured: a key or value takes 160 bytes in the tree; the rest is for what is made of it. */
  private static final long BYTES_PER_NODE = 280;

  /** The default bounds, but no more nodes than this virtual machine has memory for. */
  public static Limits fittingMemory() {
    long room = Runtime.getRuntime().maxMemory() / BYTES_PER_NODE;
    return new Limits(DEFAULT.depth, (int) Math.min(DEFAULT.nodes, room));
  }
}
