package io.rolewright.reason.estate;

import io.rolewright.catalog.Catalog;
import io.rolewright.reason.access.ConditionWords;
import io.rolewright.reason.access.Spelling;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Domains;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Callers of one kind that are let in, as tests; several drafts may be told in one. */
record EntrantDraft(
    Caller.Kind kind,
    List<Literal> tests,
    Domains domains,
    OwnPermission own,
    Request witness,
    List<String> unknowns) {

  /**
   * What drafts have in common that are told in one: all but the kind, or all but the name.
   *
   * @param kind of those for whom others vouch
   * @param tests of who they are, but for lists of names
   */
  private record Key(
      Set<Caller.Kind> kind, Set<String> tests, List<String> conditions, OwnPermission own) {}

  /** The entrants, those with the fewest tests first. */
  static List<Entrant> merged(List<EntrantDraft> drafts) {
    Map<Key, List<EntrantDraft>> groups = new LinkedHashMap<>();
    drafts.stream()
        .sorted(Comparator.comparingInt(draft -> draft.tests.size()))
        .forEach(d -> groups.computeIfAbsent(d.key(), k -> new ArrayList<>()).add(d));
    List<Entrant> all = new ArrayList<>();
    groups.values().forEach(group -> all.add(entrant(group)));
    return all;
  }

  private Key key() {
    List<String> conditions = conditions();
    if (isNamed()) {
      return new Key(Set.of(kind), Set.of(), conditions, own);
    }
    Set<String> said = new TreeSet<>();
    who().forEach(test -> said.add(test.toString()));
    return new Key(isPrincipal() ? Set.of() : Set.of(kind), said, conditions, own);
  }

  /** Whether it is of some that others vouch for, by name: several such are one list of names. */
  private boolean isNamed() {
    return !isPrincipal() && who().size() == 1 && who().get(0).positive();
  }

  private static Entrant entrant(List<EntrantDraft> group) {
    TreeSet<Caller.Kind> kinds = new TreeSet<>();
    List<Literal> who = new ArrayList<>();
    for (EntrantDraft draft : group) {
      kinds.add(draft.kind);
      draft.who().stream().filter(test -> !who.contains(test)).forEach(who::add);
    }
    EntrantDraft first = group.get(0);
    return new Entrant(
        List.copyOf(kinds),
        first.isPrincipal()
            ? CallerWords.principal(noun(kinds), first.who())
            : CallerWords.vouched(first.kind, who),
        first.conditions(),
        first.own,
        certain(group).witness,
        certain(group).unknowns);
  }

  private static EntrantDraft certain(List<EntrantDraft> group) {
    return group.stream().filter(d -> d.unknowns.isEmpty()).findFirst().orElse(group.get(0));
  }

  private static String noun(Set<Caller.Kind> kinds) {
    return kinds.size() > 1 ? "principal" : kinds.contains(Caller.Kind.USER) ? "user" : "role";
  }

  private boolean isPrincipal() {
    return kind == Caller.Kind.USER || kind == Caller.Kind.ROLE_SESSION;
  }

  private List<Literal> who() {
    return tests.stream().filter(CallerWords::isOfCaller).toList();
  }

  private List<String> conditions() {
    List<Literal> others = tests.stream().filter(test -> !CallerWords.isOfCaller(test)).toList();
    return ConditionWords.of(Spelling.of(Catalog.shipped()), domains).of(others);
  }
}
