package io.rolewright.reason.z3;

import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Some questions with known answers: another version may read our regular expressions otherwise.
 */
final class SelfTest {

  private SelfTest() {}

  /** Which answer is wrong; none if all are right. */
  static Optional<String> failure(UnaryOperator<String> verdict) {
    List<String> facts = new ArrayList<>();
    fact(facts, Pattern.glob("a*c"), "a:\n*c", true);
    fact(facts, Pattern.glob("a?c"), "a\uD83Dc", true);
    fact(facts, Pattern.glob("a?c"), "a\uD83D\uDE00c", false);
    fact(facts, Pattern.glob("a?c"), "ac", false);
    fact(facts, Pattern.literal("*\\\"\u00E9"), "*\\\"\u00E9", true);
    fact(facts, Pattern.glob("stra\u00DFe*").ignoringCase(), "STRA\u00DFE", true);
    Pattern part = new Pattern.Builder().character('a').runWithoutColon().build();
    fact(facts, part, "a/b;9", true);
    fact(facts, part, "a/b:9", false);
    String all = Smt.and(facts);
    String outside = "(assert (= (str.to_code x) 65536))";
    if (!verdict.apply(script("(assert " + Smt.not(all) + ")")).equals("unsat")
        || !verdict.apply(script("(assert " + all + ")")).equals("sat")
        || !verdict.apply(script(outside)).equals("unsat")) {
      return Optional.of("Z3 reads patterns otherwise than expected");
    }
    return Optional.empty();
  }

  private static String script(String asserted) {
    return Z3.PRELUDE + "(declare-const x String)" + asserted + "(check-sat)";
  }

  private static void fact(List<String> facts, Pattern pattern, String text, boolean fits) {
    String fact = Smt.in(Smt.text(text), Regexes.of(pattern));
    facts.add(fits ? fact : Smt.not(fact));
  }
}
