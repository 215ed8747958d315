package io.rolewright.rule.lang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The variables of a clause while it is compiled: names, types and where their values will be. */
final class Variables {

  private final Map<String, Nodes.Variable> byName = new HashMap<>();
  private int slots;

  /** A new variable; one of the same name is hidden from here on. */
  int add(String name, Type<?> type, boolean asks) {
    int slot = slots++;
    byName.put(name, new Nodes.Variable(type, slot, asks));
    return slot;
  }

  /** The same variable, whose request has been found. */
  void found(String name, int slot) {
    byName.put(name, new Nodes.Variable(Type.REQUEST, slot, false));
  }

  /** A place for values without a name. */
  int hidden() {
    return slots++;
  }

  Optional<Node> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** What names mean now, to go back to at the end of an expression. */
  Map<String, Nodes.Variable> names() {
    return Map.copyOf(byName);
  }

  void backTo(Map<String, Nodes.Variable> before) {
    byName.clear();
    byName.putAll(before);
  }

  int slots() {
    return slots;
  }

  List<String> all() {
    return new ArrayList<>(new TreeSet<>(byName.keySet()));
  }
}
