package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What is asked of one text: to be in all of {@code in} and in none of {@code notIn}. Each language
 * once, in the order first named.
 */
public record Conjunction(List<Language> in, List<Language> notIn) {

  public Conjunction {
    in = List.copyOf(new LinkedHashSet<>(in));
    notIn = List.copyOf(new LinkedHashSet<>(notIn));
  }

  /** Whether {@code text} is as asked. */
  public boolean isMetBy(String text) {
    return isMetBy(text, Budget.unlimited());
  }

  /** The same, and no if the budget does not allow to know. */
  boolean isMetBy(String text, Budget budget) {
    for (Language language : in) {
      if (!language.matches(text, budget)) {
        return false;
      }
    }
    for (Language language : notIn) {
      if (language.matches(text, budget)) {
        return false;
      }
    }
    return !budget.isSpent();
  }

  /** How many languages there are. */
  public int size() {
    return in.size() + notIn.size();
  }

  /** Just the language at {@code index}, counting {@code in} first. */
  Conjunction only(int index) {
    return index < in.size()
        ? new Conjunction(List.of(in.get(index)), List.of())
        : new Conjunction(List.of(), List.of(notIn.get(index - in.size())));
  }

  /** The same without the language at {@code index}, counting {@code in} first. */
  Conjunction without(int index) {
    List<Language> fewerIn = new ArrayList<>(in);
    List<Language> fewerNotIn = new ArrayList<>(notIn);
    if (index < in.size()) {
      fewerIn.remove(index);
    } else {
      fewerNotIn.remove(index - in.size());
    }
    return new Conjunction(fewerIn, fewerNotIn);
  }
}
