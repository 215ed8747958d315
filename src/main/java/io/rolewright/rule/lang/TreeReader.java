package io.rolewright.rule.lang;

import io.rolewright.rule.lang.Syntax.Tag;
import io.rolewright.rule.lang.grammar.RuleParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes our syntax trees out of the parser's. */
final class TreeReader {

  private final int offset;

  TreeReader(int offset) {
    this.offset = offset;
  }

  private Syntax node(Tag tag, ParserRuleContext at, String text, List<Syntax> parts) {
    int end = at.getStop() == null ? at.getStart().getStopIndex() : at.getStop().getStopIndex();
    return new Syntax(tag, offset + at.getStart().getStartIndex(), offset + end + 1, text, parts);
  }

  private Syntax node(Tag tag, ParserRuleContext at, Syntax... parts) {
    return node(tag, at, "", List.of(parts));
  }

  private Syntax none(ParserRuleContext near) {
    int at = offset + near.getStart().getStartIndex();
    return new Syntax(Tag.NONE, at, at, "", List.of());
  }

  private Syntax optional(RuleParser.ExprContext expr, ParserRuleContext near) {
    return expr == null ? none(near) : expression(expr);
  }

  private Syntax name(RuleParser.NameContext name) {
    return node(Tag.NAME, name, name.getText(), List.of());
  }

  Syntax clause(RuleParser.ClauseContext clause) {
    List<Syntax> steps = new ArrayList<>();
    steps.add(each(clause.each()));
    clause.step().forEach(step -> steps.add(step(step)));
    steps.add(report(clause.report()));
    return node(Tag.CLAUSE, clause, "", steps);
  }

  private Syntax each(RuleParser.EachContext each) {
    Tag tag = each.some == null ? Tag.FOR : Tag.FOR_SOME;
    List<Syntax> parts = List.of(name(each.variable), optional(each.expr(), each));
    return node(tag, each, each.kind.getText(), parts);
  }

  private Syntax step(RuleParser.StepContext step) {
    if (step.each() != null) {
      return each(step.each());
    }
    if (step.inquiry() != null) {
      return node(Tag.WHEN, step, inquiry(step.inquiry()));
    }
    if (step.answer != null) {
      return node(Tag.WHEN, step, expression(step.answer));
    }
    return step.variable != null
        ? node(Tag.LET, step, name(step.variable), expression(step.expr()))
        : node(Tag.WHERE, step, expression(step.expr()));
  }

  private Syntax inquiry(RuleParser.InquiryContext inquiry) {
    List<Syntax> parts =
        List.of(name(inquiry.variable), expression(inquiry.expr(0)), expression(inquiry.expr(1)));
    return node(Tag.INQUIRY, inquiry, inquiry.answer.getText(), parts);
  }

  private Syntax report(RuleParser.ReportContext report) {
    List<Syntax> parts = new ArrayList<>();
    parts.add(expression(report.place));
    parts.add(optional(report.severity, report));
    parts.add(message(report.message(0)));
    parts.add(report.advice == null ? none(report) : message(report.advice));
    for (RuleParser.RelatedContext related : report.related()) {
      parts.add(node(Tag.RELATED, related, expression(related.place), message(related.message())));
    }
    report.fix().forEach(fix -> parts.add(fix(fix)));
    return node(Tag.REPORT, report, "", parts);
  }

  private Syntax fix(RuleParser.FixContext fix) {
    List<Syntax> parts = new ArrayList<>();
    parts.add(message(fix.message()));
    for (RuleParser.ChangeContext change : fix.change()) {
      String what = change.name() == null ? change.getStart().getText() : change.name().getText();
      parts.add(node(Tag.CHANGE, change, what, expressions(change.expr())));
    }
    return node(Tag.FIX, fix, "", parts);
  }

  private Syntax message(RuleParser.MessageContext message) {
    List<Syntax> parts = new ArrayList<>();
    for (TerminalNode text : message.TEXT()) {
      parts.addAll(MessageReader.pieces(text.getSymbol(), offset));
    }
    return node(Tag.MESSAGE, message, "", parts);
  }

  private List<Syntax> expressions(List<RuleParser.ExprContext> expressions) {
    return expressions.stream().map(this::expression).toList();
  }

  Syntax expression(RuleParser.ExprContext expr) {
    return expr.accept(new Expressions());
  }

  /** One method for each form of expression. */
  private final class Expressions extends io.rolewright.rule.lang.grammar.RuleBaseVisitor<Syntax> {

    @Override
    public Syntax visitDotted(RuleParser.DottedContext at) {
      return node(Tag.CALL, at, at.name().getText(), expressions(at.expr()));
    }

    @Override
    public Syntax visitIndexed(RuleParser.IndexedContext at) {
      return node(Tag.CALL, at, "at", expressions(at.expr()));
    }

    @Override
    public Syntax visitCalled(RuleParser.CalledContext at) {
      return node(Tag.CALL, at, at.name().getText(), expressions(at.expr()));
    }

    @Override
    public Syntax visitCompared(RuleParser.ComparedContext at) {
      Syntax compared = node(Tag.COMPARE, at, at.op.getText(), expressions(at.expr()));
      return negated(compared, Optional.ofNullable(at.not), at);
    }

    @Override
    public Syntax visitTested(RuleParser.TestedContext at) {
      Syntax tested = node(Tag.IS, at, at.what.getText(), List.of(expression(at.expr())));
      return negated(tested, Optional.ofNullable(at.not), at);
    }

    private Syntax negated(Syntax positive, Optional<Token> not, ParserRuleContext at) {
      return not.isPresent() ? node(Tag.NOT, at, positive) : positive;
    }

    @Override
    public Syntax visitNot(RuleParser.NotContext at) {
      return node(Tag.NOT, at, expression(at.expr()));
    }

    @Override
    public Syntax visitAnd(RuleParser.AndContext at) {
      return node(Tag.AND, at, "", expressions(at.expr()));
    }

    @Override
    public Syntax visitOr(RuleParser.OrContext at) {
      return node(Tag.OR, at, "", expressions(at.expr()));
    }

    @Override
    public Syntax visitChoice(RuleParser.ChoiceContext at) {
      return node(Tag.IF, at, "", expressions(at.expr()));
    }

    @Override
    public Syntax visitQuantified(RuleParser.QuantifiedContext at) {
      return binding(
          Tag.QUANTIFIED, at, at.quantifier.getText(), at.variable, expressions(at.expr()));
    }

    @Override
    public Syntax visitThose(RuleParser.ThoseContext at) {
      return binding(Tag.THOSE, at, "", at.variable, expressions(at.expr()));
    }

    private Syntax binding(
        Tag tag,
        ParserRuleContext at,
        String text,
        RuleParser.NameContext variable,
        List<Syntax> rest) {
      return node(tag, at, text, List.of(name(variable), rest.get(0), rest.get(1)));
    }

    @Override
    public Syntax visitMaybe(RuleParser.MaybeContext at) {
      return node(Tag.MAYBE, at, expression(at.expr()));
    }

    @Override
    public Syntax visitInquired(RuleParser.InquiredContext at) {
      return inquiry(at.inquiry());
    }

    @Override
    public Syntax visitList(RuleParser.ListContext at) {
      return node(Tag.LIST, at, "", expressions(at.expr()));
    }

    @Override
    public Syntax visitNamed(RuleParser.NamedContext at) {
      return name(at.name());
    }

    @Override
    public Syntax visitText(RuleParser.TextContext at) {
      return node(Tag.TEXT, at, MessageReader.unquoted(at.getText()), List.of());
    }

    @Override
    public Syntax visitNumber(RuleParser.NumberContext at) {
      return node(Tag.NUMBER, at, at.getText(), List.of());
    }

    @Override
    public Syntax visitTruth(RuleParser.TruthContext at) {
      return node(Tag.TRUTH, at, at.getText(), List.of());
    }

    @Override
    public Syntax visitGrouped(RuleParser.GroupedContext at) {
      return expression(at.expr());
    }
  }
}
