package io.rolewright.reason.estate;

import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Domains;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Callers of one kind that are let in, as tests; several drafts may be told in one. */
record EntrantDraft(
    Caller.Kind kind,
    List<Literal> tests,
    Domains domains,
    OwnPermission own,
    Request witness,
    List<String> unknowns) {

  private static final Set<Field> OF_CALLER =
      Set.of(
          Callers.ACCOUNT,
          Callers.NAME,
          Callers.PATH,
          Callers.USERNAME,
          Callers.SESSION,
          Callers.ISSUER,
          Callers.PRINCIPAL);

  /** Drafts that differ in the kind alone are one. */
  private record Key(String who, List<String> conditions, OwnPermission own) {}

  static List<Entrant> merged(List<EntrantDraft> drafts, String owner) {
    Map<Key, List<EntrantDraft>> groups = new LinkedHashMap<>();
    drafts.stream()
        .sorted(Comparator.comparingInt(draft -> draft.tests.size()))
        .forEach(
            draft ->
                groups
                    .computeIfAbsent(draft.key(drafts, owner), k -> new ArrayList<>())
                    .add(draft));
    List<Entrant> all = new ArrayList<>();
    groups.forEach((key, group) -> all.add(entrant(key, group)));
    return all;
  }

  private static Entrant entrant(Key key, List<EntrantDraft> group) {
    Set<Caller.Kind> kinds = new LinkedHashSet<>();
    Set<String> unknowns = new LinkedHashSet<>();
    for (EntrantDraft draft : group) {
      kinds.add(draft.kind);
      unknowns.addAll(draft.unknowns);
    }
    return new Entrant(
        kinds.stream().sorted().toList(),
        key.who,
        key.conditions,
        key.own,
        group.get(0).witness,
        List.copyOf(unknowns));
  }

  /** A user and a role session of whom the same is asked are principals. */
  private Key key(List<EntrantDraft> all, String owner) {
    boolean both =
        all.stream()
            .anyMatch(
                other ->
                    other.kind != kind
                        && isPrincipal(other.kind)
                        && isPrincipal(kind)
                        && other.said().equals(said())
                        && other.own == own);
    return new Key(CallerWords.of(both, kind, who(), owner), conditions(), own);
  }

  private static boolean isPrincipal(Caller.Kind kind) {
    return kind == Caller.Kind.USER || kind == Caller.Kind.ROLE_SESSION;
  }

  private List<String> said() {
    return tests.stream().map(Literal::toString).sorted().toList();
  }

  private List<Literal> who() {
    return tests.stream().filter(EntrantDraft::isOfCaller).toList();
  }

  private static boolean isOfCaller(Literal test) {
    return !(test.atom() instanceof Atom.Symbol)
        && OF_CALLER.containsAll(test.atom().fields())
        && !(test.atom() instanceof Atom.Joined);
  }

  private List<String> conditions() {
    List<Literal> others = tests.stream().filter(test -> !isOfCaller(test)).toList();
    return others.stream().map(Literal::toString).toList();
  }
}
