package io.rolewright.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The condition keys of a request with their values (R0.1). A key without values is absent; key
 * names are kept as given and compared without regard to case (R1.28). A key may have been given as
 * a list, which makes it one of several values even if there is but one in it.
 */
public final class Context {

  /** No keys at all. */
  public static final Context EMPTY = new Context(Map.of(), Set.of());

  private final TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, List<String>> byLowerName = new HashMap<>();
  private final Set<String> lists;

  private Context(Map<String, List<String>> values, Set<String> lists) {
    values.forEach(
        (key, list) -> {
          if (!list.isEmpty()) {
            this.values.put(key, List.copyOf(list));
            byLowerName.put(lower(key), List.copyOf(list));
          }
        });
    this.lists = lists;
  }

  /** Keys of which those with several values are lists. */
  public static Context of(Map<String, List<String>> values) {
    Set<String> lists = new HashSet<>();
    values.forEach(
        (key, list) -> {
          if (list.size() > 1) {
            lists.add(lower(key));
          }
        });
    return new Context(values, lists);
  }

  /** The values of a key; none if it is absent. */
  public List<String> get(String key) {
    return byLowerName.getOrDefault(lower(key), List.of());
  }

  /** The values of a key whose name is in lower case already. */
  List<String> getLower(String key) {
    return byLowerName.getOrDefault(key, List.of());
  }

  /** Whether a key was given as a list. */
  public boolean isList(String key) {
    return lists.contains(lower(key));
  }

  public boolean has(String key) {
    return byLowerName.containsKey(lower(key));
  }

  /** This context with one key set, or taken away where {@code list} is empty. */
  public Context with(String key, List<String> list) {
    return changed(key, list, list.size() > 1);
  }

  /** This context with a key of one value. */
  public Context with(String key, String value) {
    return changed(key, List.of(value), false);
  }

  /** This context with a key given as a list, be it of one value. */
  public Context withList(String key, List<String> list) {
    return changed(key, list, true);
  }

  private Context changed(String key, List<String> list, boolean isList) {
    Map<String, List<String>> changed = new TreeMap<>(values);
    changed.keySet().removeIf(k -> lower(k).equals(lower(key)));
    changed.put(key, list);
    Set<String> changedLists = new HashSet<>(lists);
    changedLists.remove(lower(key));
    if (isList && !list.isEmpty()) {
      changedLists.add(lower(key));
    }
    return new Context(changed, changedLists);
  }

  /** This context with the keys of another, which win. */
  public Context plus(Context other) {
    Map<String, List<String>> joined = new TreeMap<>(values);
    List<String> mine = new ArrayList<>(joined.keySet());
    mine.removeIf(k -> !other.has(k));
    mine.forEach(joined::remove);
    joined.putAll(other.values);
    Set<String> joinedLists = new HashSet<>(lists);
    joinedLists.removeIf(other::has);
    joinedLists.addAll(other.lists);
    return new Context(joined, joinedLists);
  }

  /** All present keys, sorted without regard to case. */
  public Map<String, List<String>> asMap() {
    return Collections.unmodifiableMap(values);
  }

  private static String lower(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Context c && values.equals(c.values) && lists.equals(c.lists);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
