package io.rolewright.rule.lang;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All words that rules can use, and the kinds of things they can go through. */
public final class Vocabulary {

  private final Map<String, List<Word>> words = new HashMap<>();
  private final Map<String, Type<?>> kinds = new TreeMap<>();
  private final Map<String, Words.Subject> subjects = new TreeMap<>();
  private final Map<String, Words> chapters = new TreeMap<>();

  /** Adds a chapter of words. */
  public Vocabulary with(String chapter, Consumer<Words> adding) {
    Words more = new Words();
    adding.accept(more);
    chapters.put(chapter, more);
    more.kinds().forEach(kind -> kinds.put(kind.name(), kind));
    subjects.putAll(more.subjects());
    for (Word word : more.words()) {
      List<Word> same = words.computeIfAbsent(word.name(), n -> new ArrayList<>(2));
      if (same.stream().anyMatch(w -> w.parameters().equals(word.parameters()))) {
        throw new IllegalStateException("two words are " + word.signature());
      }
      same.add(word);
    }
    return this;
  }

  /** The words of a name, which differ in their parameters. */
  List<Word> named(String name) {
    return words.getOrDefault(name, List.of());
  }

  Optional<Type<?>> kind(String name) {
    return Optional.ofNullable(kinds.get(name));
  }

  /** What clauses can be about besides the things that an input lists, by name. */
  Map<String, Words.Subject> subjects() {
    return subjects;
  }

  Collection<String> names() {
    return words.keySet();
  }

  /** The kinds of things, by name. */
  public Collection<Type<?>> kinds() {
    return kinds.values();
  }

  /** The words by chapter, for the reference. */
  public Map<String, List<Word>> chapters() {
    Map<String, List<Word>> all = new TreeMap<>();
    chapters.forEach((chapter, more) -> all.put(chapter, List.copyOf(more.words())));
    return all;
  }
}
