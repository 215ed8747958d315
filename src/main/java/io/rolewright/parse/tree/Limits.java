package io.rolewright.parse.tree;

/**
 * Bounds on one hostile file. What exceeds them is a problem, never a crash.
 *
 * @param depth how deep objects and arrays may nest
 * @param nodes how many values a file may hold, YAML aliases counted as often as they are used
 */
public record Limits(int depth, int nodes) {

  /** Far above any real policy or template; AWS itself stops at 10 to 20 levels. */
  public static final Limits DEFAULT = new Limits(200, 2_000_000);
}
