package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What shows without a search: lists that are empty, universal, asked both ways, or finite. */
final class PlainCases {

  private PlainCases() {}

  static Optional<Verdict> verdict(Conjunction asked, Budget budget) {
    for (Language language : asked.in()) {
      if (language.isEmpty()) {
        return contradiction(List.of(language), List.of());
      }
    }
    for (Language language : asked.notIn()) {
      if (language.isUniversal()) {
        return contradiction(List.of(), List.of(language));
      }
    }
    for (Language language : asked.notIn()) {
      if (asked.in().contains(language)) {
        return contradiction(List.of(language), List.of(language));
      }
    }
    return asked.in().stream()
        .filter(Language::isFinite)
        .min(Comparator.comparingInt(language -> language.patterns().size()))
        .map(smallest -> oneByOne(smallest, asked, budget));
  }

  /** The same without the languages that exclude nothing. */
  static Conjunction telling(Conjunction asked) {
    return new Conjunction(
        asked.in().stream().filter(language -> !language.isUniversal()).toList(),
        asked.notIn().stream().filter(language -> !language.isEmpty()).toList());
  }

  private static Optional<Verdict> contradiction(List<Language> in, List<Language> notIn) {
    return Optional.of(new Verdict.Contradiction(new Conjunction(in, notIn), false));
  }

  private static Verdict oneByOne(Language finite, Conjunction asked, Budget budget) {
    List<Language> in = new ArrayList<>(List.of(finite));
    List<Language> notIn = new ArrayList<>();
    for (String text : finite.literals()) {
      if (asked.isMetBy(text, budget)) {
        return new Verdict.Word(text);
      }
      if (new Conjunction(in, notIn).isMetBy(text, budget)) {
        blame(text, asked, in, notIn);
      }
      if (budget.isSpent()) {
        return new Verdict.Exhausted();
      }
    }
    return new Verdict.Contradiction(new Conjunction(in, notIn), false);
  }

  /** Adds one language because of which {@code text} is not as asked. */
  private static void blame(
      String text, Conjunction asked, List<Language> in, List<Language> notIn) {
    for (Language language : asked.notIn()) {
      if (language.matches(text)) {
        notIn.add(language);
        return;
      }
    }
    for (Language language : asked.in()) {
      if (!language.matches(text)) {
        in.add(language);
        return;
      }
    }
  }
}
