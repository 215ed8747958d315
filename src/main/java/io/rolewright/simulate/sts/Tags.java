package io.rolewright.simulate.sts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tags by key, where the case of keys does not count (R3.18). */
final class Tags {

  private Tags() {}

  /** The tags passed with a call. */
  static Map<String, String> of(Collection<Tag> tags) {
    Map<String, String> all = empty();
    tags.forEach(tag -> all.putIfAbsent(tag.key(), tag.value()));
    return all;
  }

  /** The tags of two sources; of equal keys the second one's, in its spelling. */
  static Map<String, String> merged(Map<String, String> under, Map<String, String> over) {
    Map<String, String> all = empty();
    all.putAll(over);
    under.forEach(all::putIfAbsent);
    return all;
  }

  /** Those of the tags that some keys name. */
  static Map<String, String> only(Map<String, String> tags, Collection<String> keys) {
    Map<String, String> some = empty();
    tags.forEach(
        (key, value) -> {
          if (spelling(keys, key).isPresent()) {
            some.put(key, value);
          }
        });
    return some;
  }

  /** How a key is spelled among others, if it is there. */
  static Optional<String> spelling(Collection<String> keys, String key) {
    return keys.stream().filter(k -> k.equalsIgnoreCase(key)).findFirst();
  }

  /** The keys of tags in order of their names. */
  static List<String> keys(Map<String, String> tags) {
    Map<String, String> sorted = empty();
    sorted.putAll(tags);
    return new ArrayList<>(sorted.keySet());
  }

  private static Map<String, String> empty() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }
}
