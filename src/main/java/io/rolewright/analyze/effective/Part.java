package io.rolewright.analyze.effective;

import io.rolewright.model.Statement;
import io.rolewright.reason.access.ActionSet;
import io.rolewright.reason.access.ActionTerm;
import io.rolewright.reason.access.Line;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a line says of one service, or of many.
 *
 * @param line the part by itself
 * @param services actions by service; those of no one service under the empty name
 */
record Part(Line<Statement> line, Map<String, List<ActionTerm>> services) {

  /** A line of more services than these stays one. */
  private static final int MANY_SERVICES = 4;

  /** The lines service by service, without what another part plainly has too. */
  static List<Part> all(List<Line<Statement>> lines) {
    Map<ActionTerm, List<Part>> having = new HashMap<>();
    List<Part> all = new ArrayList<>();
    for (Line<Statement> line : lines) {
      for (Part part : of(line)) {
        all.add(part);
        terms(part).forEach(t -> having.computeIfAbsent(t, k -> new ArrayList<>()).add(part));
      }
    }
    List<Part> left = new ArrayList<>();
    all.forEach(part -> part.without(having).ifPresent(left::add));
    return left;
  }

  private static List<ActionTerm> terms(Part part) {
    return part.line.actions().terms();
  }

  /** This part with the actions that no other has for all of its requests; none if none is left. */
  private Optional<Part> without(Map<ActionTerm, List<Part>> having) {
    List<ActionTerm> kept = new ArrayList<>();
    for (ActionTerm term : terms(this)) {
      List<Part> others = having.get(term);
      if (others.stream().anyMatch(other -> other != this && other.hasAllOf(this))) {
        others.removeIf(other -> other == this); // so that of two equals one stays
      } else {
        kept.add(term);
      }
    }
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part(with(kept, line), byService(kept)));
  }

  private boolean hasAllOf(Part other) {
    return isWider(line.conditions(), other.line.conditions()) && hasResourcesOf(other);
  }

  private static List<Part> of(Line<Statement> line) {
    Map<String, List<ActionTerm>> byService = byService(line.actions().terms());
    if (byService.size() > MANY_SERVICES) {
      return List.of(new Part(line, byService));
    }
    List<Part> parts = new ArrayList<>();
    byService.forEach((name, terms) -> parts.add(new Part(with(terms, line), Map.of(name, terms))));
    return parts;
  }

  private static Map<String, List<ActionTerm>> byService(List<ActionTerm> terms) {
    Map<String, List<ActionTerm>> byService = new TreeMap<>();
    terms.forEach(t -> byService.computeIfAbsent(service(t), none -> new ArrayList<>()).add(t));
    return byService;
  }

  private static Line<Statement> with(List<ActionTerm> terms, Line<Statement> line) {
    return new Line<>(ActionSet.of(terms), line.resources(), line.conditions(), line.sources());
  }

  private boolean hasResourcesOf(Part other) {
    return other.line.resources().stream()
        .allMatch(way -> line.resources().stream().anyMatch(mine -> isWider(mine, way)));
  }

  /** Whether it is plain that whatever passes the second tests passes the first. */
  private static boolean isWider(List<Literal> wide, List<Literal> way) {
    return wide.stream().allMatch(test -> way.stream().anyMatch(other -> follows(test, other)));
  }

  private static boolean follows(Literal test, Literal from) {
    return test.equals(from)
        || test.positive()
            && from.positive()
            && test.atom() instanceof Atom.In wide
            && from.atom() instanceof Atom.In narrow
            && wide.field().equals(narrow.field())
            && wide.language().patterns().containsAll(narrow.language().patterns());
  }

  /** The service of every action of the term; empty if there is no one service. */
  private static String service(ActionTerm term) {
    String service = service(term.pattern());
    for (Pattern other : term.also()) {
      service = service.isEmpty() ? service(other) : service;
    }
    return service;
  }

  private static String service(Pattern pattern) {
    String text = pattern.toString();
    int colon = text.indexOf(':');
    String before = colon < 0 ? "" : text.substring(0, colon);
    return before.contains("*") || before.contains("?") ? "" : before;
  }
}
