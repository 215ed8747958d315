package io.rolewright.simulate;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.TextTest.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares an ARN pattern of a condition with a value: both are cut at the first five colons and
 * each part is matched on its own, so that no wildcard crosses a colon before the resource part
 * (R1.32).
 */
final class ArnTest implements Operand.Comparing {

  private static final int PARTS = 6;

  private final Text text;
  private final boolean star;
  private final boolean starMatches;
  private final boolean variable;
  private final boolean open;
  private final boolean valuesAreWild;
  private final Assumptions assumptions;
  private final List<TextTest> parts;
  private final TextTest whole;

  private ArnTest(Text text, Assumptions assumptions) {
    this.text = text;
    this.assumptions = assumptions;
    this.star = text.isStar();
    this.starMatches = !assumptions.isB(Uncertainty.U10);
    this.variable = !text.variables().isEmpty();
    this.open = !text.unknowns().isEmpty();
    this.valuesAreWild = assumptions.isB(Uncertainty.U16);
    this.parts = TextTest.all(text.split(':', PARTS), Reading.LIKE, assumptions);
    this.whole = TextTest.of(text, Reading.LIKE, assumptions);
  }

  static ArnTest of(Text text, Assumptions assumptions) {
    return new ArnTest(text, assumptions);
  }

  @Override
  public Truth matches(String value, Facts facts) {
    String[] given = value.split(":", PARTS);
    if (star) {
      return Truth.of(starMatches && given.length == PARTS);
    }
    if (!variable) {
      return matches(parts, given, value, facts);
    }
    Optional<List<TextPart>> known =
        Variables.substituted(text.parts(), facts, true, valuesAreWild);
    if (known.isEmpty()) {
      return Truth.NO;
    }
    // a value may bring colons of its own, so the text is cut after substitution
    List<Text> cut = new Text(text.origin(), known.get()).split(':', PARTS);
    return matches(TextTest.all(cut, Reading.LIKE, assumptions), given, value, facts);
  }

  private Truth matches(List<TextTest> tests, String[] given, String value, Facts facts) {
    boolean arns = tests.size() == PARTS && given.length == PARTS;
    Truth byParts = arns ? Parts.match(tests, given, facts) : Truth.NO;
    // an unknown piece may hold colons, and then the parts lie elsewhere
    return byParts.isNo() && open ? whole.matches(value, facts) : byParts;
  }

  /** Why {@link #matches} answered so. */
  @Override
  public Cause cause(Truth matched, Facts facts) {
    if (matched.isNo() && !star && parts.size() != PARTS && !variable) {
      return Cause.TOO_FEW_PARTS;
    }
    return whole.cause(matched, facts);
  }

  /** Parts of an ARN, each with its test. */
  static final class Parts {

    private Parts() {}

    static Truth match(List<TextTest> tests, String[] given, Facts facts) {
      Truth all = Truth.YES;
      for (int i = 0; i < tests.size(); i++) {
        all = all.and(tests.get(i).matches(given[i], facts));
        if (all.isNo()) {
          return all;
        }
      }
      return all;
    }

    /**
     * The parts of a pattern that is too short but ends in a star, which covers all that follows.
     */
    static List<Text> padded(List<Text> parts, int count) {
      List<Text> padded = new ArrayList<>(parts);
      Text last = parts.get(parts.size() - 1);
      while (padded.size() < count) {
        padded.add(new Text(last.origin(), List.of(new TextPart.AnyRun())));
      }
      return padded;
    }
  }
}
