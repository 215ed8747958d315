package io.rolewright.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What rules make of an estate once and use again: an index of its roles, say. One thing of each
 * class. Safe for threads, if the things are.
 */
public final class Memo {

  private final Map<Class<?>, Object> things = new HashMap<>();

  /** The thing of a class, made when it is first asked for. */
  public synchronized <T> T of(Class<T> kind, Supplier<T> maker) {
    Object thing = things.get(kind);
    if (thing == null) {
      thing = maker.get();
      things.put(kind, thing);
    }
    return kind.cast(thing);
  }
}
