package tools.aqua.turnkey.support;

import java.io.InputStream;
import java.util.function.Function;

/**
 * Stands in for the class that Z3's Java bindings call to get their native libraries; the original
 * unpacks 35 MB at every start. Here {@code io.rolewright.reason.z3} has loaded them before.
 */
public final class TurnKey {

  private TurnKey() {}

  /** Nothing is left to do. */
  public static void load(String base, Function<String, InputStream> resources) {}
}
