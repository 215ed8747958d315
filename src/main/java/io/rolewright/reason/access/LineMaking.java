package io.rolewright.reason.access;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.SearchBudget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes lines of cubes: describes the actions, joins what differs in the resource, sorts. */
final class LineMaking<S> {

  /** Lines for the same actions under the same conditions. */
  private record Key(ActionSet actions, List<Literal> conditions) {}

  /** What is collected for a key. */
  private record Collected(List<List<Literal>> resources, BitSet sources) {}

  private final Drafts drafts;
  private final ActionTerms terms;
  private final Origins<S> origins;
  private final SearchBudget budget;
  private final Map<List<ActionCover.Cube>, ActionSet> sets = new HashMap<>();

  LineMaking(Cases cases, ActionLists lists, Origins<S> origins, SearchBudget budget) {
    this.drafts = new Drafts(cases, lists.languages().size(), budget);
    this.terms = new ActionTerms(lists.languages());
    this.origins = origins;
    this.budget = budget;
  }

  List<Line<S>> lines() {
    Map<Key, Collected> collected = new LinkedHashMap<>();
    drafts.needed().forEach(draft -> collect(draft, collected));
    List<Line<S>> lines = new ArrayList<>();
    collected.forEach(
        (key, some) ->
            lines.add(
                new Line<>(
                    key.actions,
                    some.resources.stream().sorted(Comparator.comparing(List::toString)).toList(),
                    key.conditions,
                    origins.labels(some.sources))));
    lines.sort(
        Comparator.comparing((Line<S> line) -> line.actions().toString())
            .thenComparing(line -> line.conditions().size())
            .thenComparing(line -> line.conditions().toString())
            .thenComparing(line -> line.resources().toString()));
    return lines;
  }

  private void collect(Draft draft, Map<Key, Collected> to) {
    ActionSet actions = sets.computeIfAbsent(draft.actions(), terms::of);
    List<Literal> resource = new ArrayList<>();
    List<Literal> conditions = new ArrayList<>();
    for (Literal literal : draft.cube()) {
      boolean ofResource = isOfResource(literal);
      (ofResource ? resource : conditions).add(literal);
    }
    Comparator<Literal> byText = Comparator.comparing(Literal::toString);
    resource.sort(byText);
    conditions.sort(byText);
    Collected same =
        to.computeIfAbsent(
            new Key(actions, conditions), key -> new Collected(new ArrayList<>(), new BitSet()));
    same.resources.add(resource);
    same.sources.or(origins.of(draft.cube(), draft.covered(), budget));
  }

  private static boolean isOfResource(Literal literal) {
    List<Field> fields = literal.atom().fields();
    return !fields.isEmpty() && fields.get(0).equals(AccessLines.RESOURCE);
  }
}
