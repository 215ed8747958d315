package io.rolewright.rule.lang;

import io.rolewright.rule.Severity;
import io.rolewright.rule.lang.Syntax.Tag;
import io.rolewright.source.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a clause ready to run, and checks its types. */
final class ClauseCompiler {

  private final Vocabulary vocabulary;
  private final Variables variables = new Variables();
  private final Typing typing;

  ClauseCompiler(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.typing = new Typing(vocabulary, variables);
  }

  /** All of a clause. */
  Clause compile(Syntax clause) {
    String kind = subject(clause.part(0));
    List<Step> steps = new ArrayList<>();
    for (Syntax part : clause.parts().subList(1, clause.parts().size())) {
      steps.add(step(part));
    }
    return new Clause(kind, variables.slots(), ClauseSteps.ready(steps));
  }

  /** What the clause says without the words' meanings. */
  ClauseLogic logic(Syntax clause) {
    compile(clause);
    return new ClauseLogic(clause, typing.types());
  }

  /** What the clause is about: its first {@code for}, which has no list. */
  String subject(Syntax each) {
    Type<?> type = kind(each);
    if (!each.part(1).isNone() || each.tag() == Tag.FOR_SOME) {
      throw new LanguageException(
          each, "a clause begins with what it looks at, such as `for role r`, without a list");
    }
    if (!LanguageRule.SUBJECTS.contains(each.text())
        && !vocabulary.subjects().containsKey(each.text())) {
      List<String> subjects = new ArrayList<>(LanguageRule.SUBJECTS);
      subjects.addAll(vocabulary.subjects().keySet());
      throw new LanguageException(
          each,
          "a clause cannot begin with a "
              + each.text()
              + "; it can with "
              + String.join(", ", subjects));
    }
    variables.add(each.part(0).text(), type, false);
    return each.text();
  }

  private Type<?> kind(Syntax each) {
    return vocabulary
        .kind(each.text())
        .orElseThrow(
            () ->
                new LanguageException(
                    each,
                    "there is no kind of thing called `"
                        + each.text()
                        + "`"
                        + Closest.hint(
                            each.text(), vocabulary.kinds().stream().map(Type::name).toList())));
  }

  /** What is done next; the steps before it have been compiled. */
  Step step(Syntax step) {
    return switch (step.tag()) {
      case FOR, FOR_SOME -> each(step);
      case LET -> let(step);
      case WHERE -> new Step.Where(typing.truth(step.part(0)));
      case WHEN -> when(step.part(0));
      case REPORT -> new Step.Report(report(step));
      default -> throw new LanguageException(step, "this is no step");
    };
  }

  private Step when(Syntax asked) {
    if (asked.tag() != Tag.INQUIRY) {
      return new Step.WhenSo(typing.of(asked, Type.ANSWER));
    }
    boolean possible = asked.text().equals("possible");
    Optional<String> name = Optional.of(asked.part(0).text()).filter(n -> possible);
    return new Step.When(typing.inquiry(asked, name));
  }

  private Step each(Syntax each) {
    Type<?> type = kind(each);
    if (each.part(1).isNone()) {
      throw new LanguageException(each, "say in what list: `for KIND NAME in LIST`");
    }
    Node list = typing.list(each.part(1));
    Type<?> element = Typing.element(list);
    if (!type.takes(element)) {
      throw new LanguageException(
          each.part(1), "this holds " + element + " where " + type + " is wanted");
    }
    int slot = variables.add(each.part(0).text(), element, false);
    return new Step.Each(slot, list, each.tag() == Tag.FOR_SOME);
  }

  private Step let(Syntax let) {
    Node value = typing.node(let.part(1));
    return new Step.Let(variables.add(let.part(0).text(), value.type(), false), value);
  }

  private Reporting report(Syntax report) {
    List<Reporting.Related> related = new ArrayList<>();
    List<Reporting.Mending> fixes = new ArrayList<>();
    FixCompiler fixing = new FixCompiler(typing);
    for (Syntax part : report.parts().subList(4, report.parts().size())) {
      if (part.tag() == Tag.RELATED) {
        related.add(new Reporting.Related(place(part.part(0)), message(part.part(1))));
      } else {
        fixes.add(fixing.compile(part, message(part.part(0))));
      }
    }
    return new Reporting(
        place(report.part(0)),
        Optional.of(report.part(1)).filter(s -> !s.isNone()).map(this::severity),
        message(report.part(2)),
        Optional.of(report.part(3)).filter(a -> !a.isNone()).map(this::message),
        related,
        fixes);
  }

  private Node place(Syntax syntax) {
    Node place = typing.node(syntax);
    if (!place.type().hasPlace()) {
      throw new LanguageException(
          syntax, "a " + place.type() + " has no place in a file that could be pointed at");
    }
    return place;
  }

  private Node severity(Syntax syntax) {
    boolean literal = syntax.tag() == Tag.TEXT;
    if (literal && Severity.named(syntax.text()).isEmpty()) {
      throw new LanguageException(
          syntax,
          "`"
              + syntax.text()
              + "` is no severity; there are critical, high, medium, low, info and"
              + " error");
    }
    return typing.of(syntax, Type.TEXT);
  }

  private List<Node> message(Syntax message) {
    return message.parts().stream().map(typing::node).toList();
  }
}
