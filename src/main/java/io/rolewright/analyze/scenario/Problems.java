package io.rolewright.analyze.scenario;

import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a scenario while it is read. */
final class Problems {

  private final List<Problem> all = new ArrayList<>();

  void error(String message, Origin at) {
    all.add(Problem.error(message, at));
  }

  void warning(String message, Origin at) {
    all.add(Problem.warning(message, at));
  }

  void note(String message, Origin at) {
    all.add(Problem.note(message, at));
  }

  void addAll(Collection<Problem> more) {
    all.addAll(more);
  }

  /** By place; what was said twice of one place is said once. */
  List<Problem> sorted() {
    Comparator<Problem> byPlace = Comparator.comparing(Problem::at, Origin.BY_PLACE);
    Set<String> said = new HashSet<>();
    return all.stream()
        .sorted(byPlace)
        .filter(p -> said.add(p.at().place() + " " + p.severity() + " " + p.message()))
        .toList();
  }
}
