package io.rolewright.reason.access;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.SearchBudget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which sources give some of a line. */
final class Origins<S> {

  /** After so many questions the answer is "maybe", which counts as yes. */
  private static final int MOST_QUESTIONS = 3_000;

  private static final BitSet NONE = new BitSet(0);

  /** What is left of a source for a class. */
  private record Given(int source, Formula left) {}

  private record Question(Formula left, List<Literal> cube) {}

  private final Cases cases;
  private final ByAction byAction;
  private final List<Source<S>> sources;
  private final Map<Integer, BitSet> byList = new HashMap<>();
  private final BitSet others = new BitSet();
  private final Map<Integer, List<Given>> byClass = new HashMap<>();
  private final Beginnings beginnings = new Beginnings();
  private final Map<Question, Boolean> answers = new HashMap<>();

  Origins(Cases cases, ByAction byAction, List<Source<S>> sources) {
    this.cases = cases;
    this.byAction = byAction;
    this.sources = sources;
    for (int i = 0; i < sources.size(); i++) {
      int needs = byAction.needs(sources.get(i).formula());
      (needs < 0 ? others : byList.computeIfAbsent(needs, none -> new BitSet())).set(i);
    }
  }

  /** The numbers of the sources that give some of {@code cube} to some of the classes. */
  BitSet of(List<Literal> cube, BitSet classes, SearchBudget budget) {
    BitSet found = new BitSet();
    ByAction.each(classes, number -> add(cases.restOf(number), number, cube, budget, found));
    return found;
  }

  private void add(
      Cases.Rest rest, int number, List<Literal> cube, SearchBudget budget, BitSet found) {
    for (Given given : byClass.computeIfAbsent(number, this::given)) {
      if (!found.get(given.source)) {
        found.set(given.source, gives(rest, given.left, cube, budget));
      }
    }
  }

  /** The sources that speak of a class. */
  private List<Given> given(int number) {
    BitSet in = cases.classes().get(number);
    BitSet open = (BitSet) others.clone();
    ByAction.each(in, list -> open.or(byList.getOrDefault(list, NONE)));
    List<Given> given = new ArrayList<>();
    ByAction.each(
        open,
        source -> {
          Formula left = byAction.at(sources.get(source).formula(), in);
          if (left != cases.formulas().no()) {
            given.add(new Given(source, left));
          }
        });
    return given;
  }

  private boolean gives(Cases.Rest rest, Formula left, List<Literal> cube, SearchBudget budget) {
    if (beginnings.areApart(cube, left)) {
      return false;
    }
    if (left == cases.formulas().yes() || cube.isEmpty()) {
      return true;
    }
    Question question = new Question(left, cube);
    Boolean known = answers.get(question);
    if (known == null) {
      known =
          answers.size() >= MOST_QUESTIONS
              || cases.plainlyImplies(cube, left)
              || !cases.areApart(rest, cube, left, budget);
      answers.put(question, known);
    }
    return known;
  }

  /** The labels of the sources of these numbers, in the order given. */
  List<S> labels(BitSet numbers) {
    List<S> labels = new ArrayList<>();
    ByAction.each(numbers, number -> labels.add(sources.get(number).label()));
    return labels;
  }
}
