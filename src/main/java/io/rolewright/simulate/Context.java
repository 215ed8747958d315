package io.rolewright.simulate;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The condition keys of a request with their values (R0.1). A key without values is absent; key
 * names are kept as given and compared without regard to case (R1.28).
 */
public final class Context {

  public static final Context EMPTY = new Context(Map.of());

  private final TreeMap<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Context(Map<String, List<String>> values) {
    values.forEach(
        (key, list) -> {
          if (!list.isEmpty()) {
            this.values.put(key, List.copyOf(list));
          }
        });
  }

  public static Context of(Map<String, List<String>> values) {
    return new Context(values);
  }

  /** The values of a key; none if it is absent. */
  public List<String> get(String key) {
    return values.getOrDefault(key, List.of());
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** This context with one key set, or taken away where {@code list} is empty. */
  public Context with(String key, List<String> list) {
    Map<String, List<String>> changed = new TreeMap<>(values);
    changed.keySet().removeIf(k -> k.toLowerCase(Locale.ROOT).equals(key.toLowerCase(Locale.ROOT)));
    changed.put(key, list);
    return new Context(changed);
  }

  /** All present keys, sorted without regard to case. */
  public Map<String, List<String>> asMap() {
    return Collections.unmodifiableMap(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Context c && values.equals(c.values);
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
