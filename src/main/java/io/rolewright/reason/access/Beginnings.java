package io.rolewright.reason.access;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Sees at a glance that two lists have no text in common: by the letters before the first wildcard.
 * Most resources of different statements differ there.
 */
final class Beginnings {

  private final Map<Language, TreeSet<String>> known = new HashMap<>();

  /** Whether the cube and the formula are seen to ask one field for different things. */
  boolean areApart(List<Literal> cube, Formula formula) {
    List<Formula> parts = formula instanceof Formula.And and ? and.parts() : List.of(formula);
    for (Formula part : parts) {
      if (part instanceof Formula.Atomic atomic && atomic.atom() instanceof Atom.In in) {
        for (Literal literal : cube) {
          if (literal.positive() && areApart(literal.atom(), in.field(), in.language())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean areApart(Atom atom, Field field, Language language) {
    return atom instanceof Atom.In in
        && in.field().equals(field)
        && areApart(of(in.language()), of(language));
  }

  private static boolean areApart(TreeSet<String> a, TreeSet<String> b) {
    TreeSet<String> few = a.size() <= b.size() ? a : b;
    TreeSet<String> many = few == a ? b : a;
    for (String beginning : few) {
      String before = many.floor(beginning);
      String after = many.ceiling(beginning);
      if (before != null && beginning.startsWith(before)
          || after != null && after.startsWith(beginning)) {
        return false;
      }
    }
    return true;
  }

  private TreeSet<String> of(Language language) {
    return known.computeIfAbsent(language, Beginnings::shortest);
  }

  /** None of them begins with another, so that the nearest before tells of all before. */
  private static TreeSet<String> shortest(Language language) {
    TreeSet<String> all = new TreeSet<>();
    for (Pattern pattern : language.patterns()) {
      all.add(beginning(pattern.toString()));
    }
    TreeSet<String> shortest = new TreeSet<>();
    for (String one : all) {
      if (shortest.isEmpty() || !one.startsWith(shortest.last())) {
        shortest.add(one);
      }
    }
    return shortest;
  }

  /** In lower case, since a pattern may take letters in any case; ASCII, where that is simple. */
  private static String beginning(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) < 0x80 && "*?".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(0, at).toLowerCase(Locale.ROOT);
  }
}
