package io.rolewright.reason.access;

import io.rolewright.reason.strings.ActionClasses;
import io.rolewright.reason.strings.Budget;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How sets of actions lie to each other, over all well-formed names: plain to see, or by {@link
 * ActionClasses}. What cannot be found out counts as "they meet" and "not within": then a
 * description is longer than need be, never wrong.
 */
final class ActionRelations {

  private static final long STEPS = 200_000;

  private record Pair(Pattern a, Pattern b) {}

  private record Lie(boolean meet, boolean within) {
    static final Lie UNKNOWN = new Lie(true, false);
  }

  private final Map<Pair, Lie> known = new HashMap<>();

  /** Whether some action fits both. */
  boolean meet(ActionGlob a, ActionGlob b) {
    if (!a.fixed().startsWith(b.fixed()) && !b.fixed().startsWith(a.fixed())) {
      return false;
    }
    if (a.isName()) {
      return b.pattern().matches(a.text());
    }
    if (b.isName()) {
      return a.pattern().matches(b.text());
    }
    return a.isBeginning() && b.isBeginning() || lie(a, b).meet;
  }

  /** Whether every action that fits {@code a} fits {@code b}. */
  boolean isWithin(ActionGlob a, ActionGlob b) {
    if (a.isName()) {
      return b.pattern().matches(a.text());
    }
    if (b.pattern().isUniversal() || b.isBeginning() && a.fixed().startsWith(b.fixed())) {
      return true;
    }
    boolean isPlain = b.isName() || a.isBeginning() && b.isBeginning();
    return !isPlain && lie(a, b).within;
  }

  private Lie lie(ActionGlob a, ActionGlob b) {
    return known.computeIfAbsent(new Pair(a.pattern(), b.pattern()), ActionRelations::lie);
  }

  private static Lie lie(Pair pair) {
    Optional<List<BitSet>> classes =
        classes(List.of(Language.of(List.of(pair.a)), Language.of(List.of(pair.b))));
    return classes
        .map(
            all ->
                new Lie(
                    all.stream().anyMatch(in -> in.cardinality() == 2),
                    all.stream().noneMatch(in -> in.get(0) && !in.get(1))))
        .orElse(Lie.UNKNOWN);
  }

  /** Whether every action that fits all of {@code wanted} fits one of {@code others}. */
  boolean isCovered(List<Pattern> wanted, List<Pattern> others) {
    List<Language> languages = new ArrayList<>();
    languages.add(Language.of(others));
    wanted.forEach(pattern -> languages.add(Language.of(List.of(pattern))));
    return classes(languages)
        .filter(
            all -> all.stream().noneMatch(in -> in.cardinality() == wanted.size() && !in.get(0)))
        .isPresent();
  }

  private static Optional<List<BitSet>> classes(List<Language> languages) {
    return ActionClasses.of(languages, Budget.ofSteps(STEPS))
        .map(all -> all.classes().stream().map(ActionClasses.ActionClass::atoms).toList());
  }
}
