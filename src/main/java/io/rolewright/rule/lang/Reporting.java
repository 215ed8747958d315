package io.rolewright.rule.lang;

import io.rolewright.model.Text;
import io.rolewright.reason.property.Witness;
import io.rolewright.rule.Change;
import io.rolewright.rule.Evidence;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Fix;
import io.rolewright.rule.Severity;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The end of a clause: what is reported, and where. */
final class Reporting {

  private final Node place;
  private final Optional<Node> severity;
  private final List<Node> message;
  private final Optional<List<Node>> advice;
  private final List<Related> related;
  private final List<Mending> fixes;

  /** Another place, with what it is. */
  record Related(Node place, List<Node> message) {}

  /** A fix that may be tried. */
  record Mending(List<Node> title, List<Changing> changes) {}

  /** What makes a change where its arguments are there. */
  @FunctionalInterface
  interface Changing {
    Optional<Change> of(Env env);
  }

  Reporting(
      Node place,
      Optional<Node> severity,
      List<Node> message,
      Optional<List<Node>> advice,
      List<Related> related,
      List<Mending> fixes) {
    this.place = place;
    this.severity = severity;
    this.message = message;
    this.advice = advice;
    this.related = related;
    this.fixes = fixes;
  }

  /** Adds the finding, at what the clause looks at where the place that is meant is not there. */
  void report(Env env) {
    Findings findings = env.findings();
    Origin at = place(place, env).orElse(env.at());
    List<Finding.Related> others = new ArrayList<>();
    for (Related other : related) {
      place(other.place(), env)
          .ifPresent(o -> others.add(new Finding.Related(o, text(other.message(), env))));
    }
    boolean sure = env.doubts().isEmpty() && env.witness().map(Witness::isCertain).orElse(true);
    findings.report(
        sure ? severity(env) : severity(env).oneLower(),
        at,
        text(message, env) + (sure ? "" : depends(env)),
        evidence(env),
        others,
        advice.map(a -> text(a, env)));
    fixes.forEach(fix -> fix(fix, env).ifPresent(findings::fixedBy));
  }

  private static Optional<Origin> place(Node node, Env env) {
    return node.type().placeOf(node.value(env));
  }

  private Severity severity(Env env) {
    Object value = severity.map(s -> s.value(env)).orElse(Absent.VALUE);
    return value instanceof Text text
        ? Severity.named(text.shown()).orElse(env.scope().rule().severity())
        : env.scope().rule().severity();
  }

  private static String depends(Env env) {
    Set<String> unknown = new LinkedHashSet<>(env.doubts());
    env.witness().filter(w -> !w.isCertain()).ifPresent(w -> unknown.addAll(w.unknowns()));
    List<String> names =
        unknown.stream().filter(u -> !u.isEmpty()).map(Reporting::plain).distinct().toList();
    return names.isEmpty() ? "" : "; whether it is so depends on " + String.join(" and ", names);
  }

  /** What stands in angle brackets, such as {@code parameter Vendor}, is what people know. */
  private static String plain(String unknown) {
    int open = unknown.indexOf('<');
    int close = open;
    for (int depth = 0; close >= 0 && close < unknown.length(); close++) {
      depth += unknown.charAt(close) == '<' ? 1 : unknown.charAt(close) == '>' ? -1 : 0;
      if (depth == 0) {
        return unknown.substring(open + 1, close);
      }
    }
    return unknown;
  }

  private static Evidence evidence(Env env) {
    return env.witness()
        .filter(w -> !w.allowing().isEmpty())
        .<Evidence>map(w -> new Evidence.Witnessed(w.request(), w.allowing().get(0)))
        .orElseGet(() -> env.isProved() ? new Evidence.Proved() : new Evidence.Shape());
  }

  private static Optional<Fix> fix(Mending mending, Env env) {
    List<Change> changes = new ArrayList<>();
    for (Changing changing : mending.changes()) {
      Optional<Change> change = changing.of(env);
      if (change.isEmpty()) {
        return Optional.empty();
      }
      changes.add(change.get());
    }
    return Optional.of(new Fix(text(mending.title(), env), changes));
  }

  private static String text(List<Node> pieces, Env env) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.type().show(piece.value(env))));
    return text.toString();
  }
}
