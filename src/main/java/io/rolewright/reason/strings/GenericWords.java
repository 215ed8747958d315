package io.rolewright.reason.strings;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words made from the patterns themselves, with one fresh letter, found in no pattern, for every
 * wildcard. Law: let {@code w} be the generic word of {@code p}, and let {@code q} have no
 * wildcards but free runs, and fold every letter if {@code p} folds any. If {@code q} fits {@code
 * w}, then {@code q} fits all that {@code p} fits, for each fresh letter was taken by a run, which
 * takes anything. So a wanted language of which each pattern is contained in an unwanted one so is
 * a contradiction, however large the lists are.
 */
final class GenericWords {

  private final Conjunction asked;
  private final Budget budget;
  private final int fresh;
  private final Map<Pattern, Language> unwanted = new HashMap<>();

  GenericWords(Conjunction asked, Budget budget) {
    this.asked = asked;
    this.budget = budget;
    this.fresh = fresh(asked);
    for (Language language : asked.notIn()) {
      language.patterns().forEach(pattern -> unwanted.putIfAbsent(pattern, language));
    }
  }

  /** Either a word, or the languages that contradict each other; nothing if neither shows. */
  Optional<Verdict> verdict() {
    if (fresh < 0) {
      return Optional.empty();
    }
    for (Language wanted : asked.in()) {
      Optional<Verdict> verdict = verdict(wanted);
      if (verdict.isPresent() || budget.isSpent()) {
        return verdict;
      }
    }
    return joined().map(Verdict.Word::new);
  }

  private Optional<Verdict> verdict(Language wanted) {
    Set<Language> covering = new LinkedHashSet<>();
    boolean covered = true;
    for (Pattern pattern : wanted.patterns()) {
      String word = word(pattern);
      boolean out = isCovered(pattern, word, covering);
      if (!out && asked.isMetBy(word, budget)) {
        return Optional.of(new Verdict.Word(readable(word)));
      }
      if (budget.isSpent()) {
        return Optional.empty();
      }
      covered &= out;
    }
    return covered
        ? Optional.of(new Verdict.Contradiction(core(wanted, covering), false))
        : Optional.empty();
  }

  private static Conjunction core(Language wanted, Set<Language> covering) {
    return new Conjunction(List.of(wanted), List.copyOf(covering));
  }

  /** Adds the unwanted language that contains the pattern, unless one that does is there. */
  private boolean isCovered(Pattern pattern, String word, Set<Language> covering) {
    Language listing = unwanted.get(pattern); // spares a walk through all of them
    if (listing != null) {
      covering.add(listing);
      return true;
    }
    for (Language language : covering) {
      if (covers(language, pattern, word, budget)) {
        return true;
      }
    }
    for (Language language : asked.notIn()) {
      if (covers(language, pattern, word, budget)) {
        covering.add(language);
        return true;
      }
    }
    return false;
  }

  private static boolean covers(Language unwanted, Pattern pattern, String word, Budget budget) {
    if (pattern.isLiteral()) {
      return unwanted.matches(word, budget);
    }
    BitSet labels = unwanted.labels(word, budget);
    return labels.get(pattern.hasLettersInAnyCase() ? Language.FOLDS_ALL : Language.ONLY_RUNS);
  }

  /** The words of the first patterns of all wanted languages, one after the other. */
  private Optional<String> joined() {
    StringBuilder joined = new StringBuilder();
    for (Language wanted : asked.in()) {
      joined.append(wanted.isEmpty() ? "" : word(wanted.patterns().get(0)));
    }
    return asked.isMetBy(joined.toString(), budget)
        ? Optional.of(readable(joined.toString()))
        : Optional.empty();
  }

  private String word(Pattern pattern) {
    int[] tokens = pattern.tokens();
    StringBuilder word = new StringBuilder(tokens.length);
    for (int token : tokens) {
      word.append(Token.isLetter(token) ? Token.letter(token) : (char) fresh);
    }
    return word.toString();
  }

  /** A fresh letter may be an odd one where all others are taken; often another does as well. */
  private String readable(String word) {
    if (Letters.rank((char) fresh) <= 1) {
      return word;
    }
    for (char nice : new char[] {'x', '1', 'a'}) {
      String nicer = word.replace((char) fresh, nice);
      if (asked.isMetBy(nicer, budget)) {
        return nicer;
      }
    }
    return word;
  }

  /** A letter that no pattern has, in whatever case; -1 if there is none. */
  private static int fresh(Conjunction asked) {
    BitSet taken = new BitSet();
    asked.in().forEach(language -> taken.or(language.letters()));
    asked.notIn().forEach(language -> taken.or(language.letters()));
    char[] letters = new char[taken.cardinality()];
    int count = 0;
    for (int c = taken.nextSetBit(0); c >= 0; c = taken.nextSetBit(c + 1)) {
      letters[count++] = (char) c;
    }
    return Letters.other(letters);
  }
}
