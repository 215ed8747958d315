package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts that fit at least one of some patterns: what one value list of a policy says. Two are
 * equal exactly if they have the same patterns, in whatever order these were given; the hash is
 * worked out once, so that languages are cheap keys. Immutable.
 */
public final class Language {

  private static final int FITS = 0;

  /** Label of patterns without wildcards other than {@code *}. */
  static final int ONLY_RUNS = 1;

  /** Label of those that besides take every letter in any case. */
  static final int FOLDS_ALL = 2;

  private static final Language UNIVERSAL = of(List.of(Pattern.glob("*")));

  private final List<Pattern> patterns;
  private final int hash;
  private final Set<String> literals;
  private final List<Pattern> wild;
  private final boolean universal;
  private Trie trie; // worked out when first asked for, as are the letters;
  private BitSet letters; // any thread would make the same

  private Language(Collection<Pattern> patterns) {
    this.patterns = List.copyOf(patterns);
    this.hash = this.patterns.hashCode();
    this.universal = this.patterns.stream().anyMatch(Pattern::isUniversal);
    this.literals = new HashSet<>();
    List<Pattern> others = new ArrayList<>();
    for (Pattern pattern : this.patterns) {
      if (pattern.isLiteral()) {
        literals.add(pattern.toString());
      } else {
        others.add(pattern);
      }
    }
    this.wild = List.copyOf(others);
  }

  /** What at least one of {@code patterns} fits; nothing if there are none. */
  public static Language of(Collection<Pattern> patterns) {
    return new Language(new TreeSet<>(patterns));
  }

  /** All texts. */
  public static Language universal() {
    return UNIVERSAL;
  }

  /** Whether {@code text} fits a pattern. Time: its length times the places it can be at. */
  public boolean matches(String text) {
    return matches(text, Budget.unlimited());
  }

  /** The same; means nothing if the budget is spent afterwards. */
  boolean matches(String text, Budget budget) {
    budget.spend(1);
    return literals.contains(text) || !labels(text, budget).isEmpty();
  }

  /**
   * Of the patterns that have wildcards or letters in any case and fit {@code text}: {@link
   * #ONLY_RUNS} and {@link #FOLDS_ALL} if one of them is so. Means nothing if the budget is spent
   * afterwards.
   */
  BitSet labels(String text, Budget budget) {
    if (wild.isEmpty()) {
      return new BitSet(0);
    }
    return wildTrie().labels(text, new Frontier(wildTrie()), budget);
  }

  /** Every letter that a pattern waits for, in every case it takes; not to be changed. */
  BitSet letters() {
    BitSet known = letters;
    if (known == null) {
      known = new BitSet();
      for (Pattern pattern : patterns) {
        pattern.addLetters(known);
      }
      letters = known;
    }
    return known;
  }

  private Trie wildTrie() {
    Trie known = trie;
    if (known == null) {
      known = Trie.ofLabelled(wild.stream().map(Language::labelled).toList());
      trie = known;
    }
    return known;
  }

  private static Trie.Labelled labelled(Pattern pattern) {
    if (!pattern.hasOnlyRuns()) {
      return new Trie.Labelled(pattern, Labels.OTHERS);
    }
    return new Trie.Labelled(pattern, pattern.foldsAll() ? Labels.FOLDING : Labels.RUNS);
  }

  /** Sets of labels, shared by all patterns. */
  private static final class Labels {

    static final BitSet OTHERS = set(FITS);
    static final BitSet RUNS = set(FITS, ONLY_RUNS);
    static final BitSet FOLDING = set(FITS, ONLY_RUNS, FOLDS_ALL);

    private Labels() {}

    private static BitSet set(int... labels) {
      BitSet set = new BitSet();
      for (int label : labels) {
        set.set(label);
      }
      return set;
    }
  }

  /** The texts that fit one of its patterns without wildcards other than {@code *}. */
  public Language withOnlyRuns() {
    return of(patterns.stream().filter(Pattern::hasOnlyRuns).toList());
  }

  /** In a fixed order that does not depend on the order given. */
  public List<Pattern> patterns() {
    return patterns;
  }

  /** Its patterns without wildcards, as texts, in order of the patterns. */
  public List<String> literals() {
    List<String> texts = new ArrayList<>();
    for (Pattern pattern : patterns) {
      if (pattern.isLiteral()) {
        texts.add(pattern.toString());
      }
    }
    return texts;
  }

  /** Whether it is a finite list of texts. */
  public boolean isFinite() {
    return wild.isEmpty();
  }

  /** Whether {@code *} is among the patterns; other ways to say everything are not noticed. */
  public boolean isUniversal() {
    return universal;
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Language language
            && hash == language.hash
            && patterns.equals(language.patterns);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return patterns.toString();
  }
}
