package io.rolewright.report;

import io.rolewright.model.Statement;
import io.rolewright.report.Palette.Style;
import io.rolewright.simulate.Step;
import io.rolewright.simulate.Trace;
import io.rolewright.simulate.Truth;
import java.util.List;

/**
 * A trace as an indented tree: layer, policy, statement, element, value, each with a mark, and with
 * words that say the same.
 */
final class TraceText {

  private static final String INDENT = "  ";

  private final StringBuilder out;
  private final Palette palette;

  TraceText(StringBuilder out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /** Appends the tree, indented by some steps. */
  void write(Trace trace, int depth) {
    for (Trace.LayerTrace layer : trace.layers()) {
      layer(layer, depth);
    }
  }

  private void layer(Trace.LayerTrace layer, int depth) {
    if (!layer.applies() || !layer.present()) {
      String why = layer.applies() ? "none" : "no say";
      String note = layer.note().isEmpty() ? "" : ", because " + Printable.of(layer.note());
      line(depth, palette.paint(Style.QUIET, "- " + layer.layer().shown() + ": " + why + note));
      return;
    }
    Truth verdict = layer.allows().and(layer.denies().not());
    line(depth, mark(verdict) + " " + layer.layer().shown() + ": " + said(layer));
    boolean levels = layer.policies().stream().anyMatch(p -> p.level() > 0);
    for (Trace.PolicyTrace policy : layer.policies()) {
      String level = levels ? " on level " + policy.level() : "";
      line(depth + 1, "policy " + quoted(policy.policy().name()) + level);
      policy.statements().forEach(s -> statement(s, depth + 2));
    }
  }

  private static String said(Trace.LayerTrace layer) {
    if (!layer.denies().isNo()) {
      return layer.denies().isYes() ? "denies" : "may deny";
    }
    return layer.allows().isNo()
        ? "does not allow"
        : layer.allows().isYes() ? "allows" : "may allow";
  }

  private void statement(Trace.StatementTrace one, int depth) {
    Statement statement = one.statement();
    String name =
        statement
            .sid()
            .map(s -> "statement " + quoted(s.shown()))
            .orElseGet(() -> "statement on line " + statement.origin().start().line());
    String effect = statement.isAllow() ? "Allow" : statement.isDeny() ? "Deny" : "no known effect";
    step(name + ", " + effect, one.step(), depth);
  }

  private void step(String name, Step step, int depth) {
    String because = step.cause().words().isEmpty() ? "" : " because " + step.cause().words();
    line(
        depth,
        mark(step.matched()) + " " + name + ": " + matched(step.matched()) + because + given(step));
    for (Step part : step.steps()) {
      step(name(part), part, depth + 1);
    }
  }

  private static String name(Step step) {
    return switch (step.kind()) {
      case PRINCIPAL, ACTION, RESOURCE -> Printable.of(step.text());
      default -> step.kind().shown() + " " + quoted(step.text());
    };
  }

  private static String given(Step step) {
    if (step.given().isEmpty() || step.kind() == Step.Kind.VALUE) {
      return "";
    }
    List<String> given = step.given().stream().map(TraceText::quoted).toList();
    return "; the request has " + String.join(", ", given);
  }

  private static String matched(Truth truth) {
    return switch (truth) {
      case YES -> "matches";
      case NO -> "does not match";
      case UNKNOWN -> "may match";
    };
  }

  private String mark(Truth truth) {
    return switch (truth) {
      case YES -> palette.paint(Style.STRONG, "✓");
      case NO -> palette.paint(Style.SERIOUS, "✗");
      case UNKNOWN -> palette.paint(Style.MODERATE, "?");
    };
  }

  private static String quoted(String text) {
    return "`" + Printable.of(text) + "`";
  }

  private void line(int depth, String text) {
    out.append(INDENT.repeat(depth)).append(text).append('\n');
  }
}
