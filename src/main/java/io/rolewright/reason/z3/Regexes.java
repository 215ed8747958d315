package io.rolewright.reason.z3;

import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Patterns and languages as regular expressions. A letter in any case is the choice of the letters
 * that {@code reason.strings} folds together, so that Z3 needs no notion of case; letters beyond
 * ASCII are letters like others, each UTF-16 unit one of them.
 */
final class Regexes {

  static final String ANY = "re.all";
  static final String NONE = "re.none";
  private static final String ONE_WITHOUT_COLON =
      "(re.union (re.range \"\\u{0}\" \"9\") (re.range \";\" \"\\u{ffff}\"))";

  private Regexes() {}

  static String one(boolean withoutColon) {
    return withoutColon ? ONE_WITHOUT_COLON : "re.allchar";
  }

  static String run(boolean withoutColon) {
    return withoutColon ? "(re.* " + ONE_WITHOUT_COLON + ")" : ANY;
  }

  /** One of these letters. */
  static String letter(char... oneOf) {
    List<String> letters = new ArrayList<>();
    for (char letter : oneOf) {
      letters.add(literal(String.valueOf(letter)));
    }
    return Smt.tree("re.union", letters);
  }

  static String literal(String text) {
    return "(str.to_re " + Smt.text(text) + ")";
  }

  static String of(Pattern pattern) {
    Parts parts = new Parts();
    pattern.readBy(parts);
    return parts.joined();
  }

  static String of(Language language) {
    if (language.isUniversal()) {
      return ANY;
    }
    List<String> patterns = language.patterns().stream().map(Regexes::of).toList();
    return patterns.isEmpty() ? NONE : Smt.tree("re.union", patterns);
  }

  /** All of the one kind and none of the other, as one expression, which Z3 does much faster. */
  static String merged(List<Language> in, List<Language> notIn) {
    List<String> all = new ArrayList<>(in.stream().map(Regexes::of).toList());
    if (!notIn.isEmpty()) {
      String none = Smt.tree("re.union", notIn.stream().map(Regexes::of).toList());
      all.add("(re.comp " + none + ")");
    }
    return all.isEmpty() ? ANY : Smt.tree("re.inter", all);
  }

  /** Letters that stand side by side become one literal. */
  private static final class Parts implements Pattern.Reader {
    private final List<String> parts = new ArrayList<>();
    private final StringBuilder letters = new StringBuilder();

    @Override
    public void letter(char... oneOf) {
      if (oneOf.length == 1) {
        letters.append(oneOf[0]);
      } else {
        add(Regexes.letter(oneOf));
      }
    }

    @Override
    public void run(boolean withoutColon) {
      add(Regexes.run(withoutColon));
    }

    @Override
    public void one(boolean withoutColon) {
      add(Regexes.one(withoutColon));
    }

    private void add(String part) {
      endLetters();
      parts.add(part);
    }

    private void endLetters() {
      if (!letters.isEmpty()) {
        parts.add(literal(letters.toString()));
        letters.setLength(0);
      }
    }

    String joined() {
      endLetters();
      return parts.isEmpty() ? literal("") : Smt.tree("re.++", parts);
    }
  }
}
