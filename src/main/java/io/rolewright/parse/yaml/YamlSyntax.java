package io.rolewright.parse.yaml;

import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the parser complains about, at the place that is to be mended. */
final class YamlSyntax {

  private final SourceFile file;
  private final CodePoints points;

  YamlSyntax(SourceFile file, CodePoints points) {
    this.file = file;
    this.points = points;
  }

  YamlProblem explain(MarkedYamlEngineException e) {
    int at = e.getProblemMark().map(this::offset).orElse(0);
    int start = e.getContextMark().map(this::offset).orElse(at);
    String context = Optional.ofNullable(e.getContext()).orElse("");
    String problem = Optional.ofNullable(e.getProblem()).orElse("");
    return character(problem, at)
        .or(() -> scalar(context, problem, start, at))
        .or(() -> collection(context, problem, start, at))
        .or(() -> structure(problem, start, at))
        .orElseGet(() -> property(context, problem, start, at));
  }

  private int offset(Mark mark) {
    return points.offsetOf(mark.getIndex());
  }

  private Optional<YamlProblem> character(String problem, int at) {
    char c = charAt(at);
    if (problem.contains("TAB")) {
      return problem("a tab is used for indentation", at, at + 1);
    }
    if (problem.contains("cannot start any token")) {
      return problem("`" + c + "` cannot begin a value that is not quoted", at, at + 1);
    }
    if (problem.contains("DEL character")) {
      return problem("the control character U+007F cannot stand in YAML", at, at + 1);
    }
    return Optional.empty();
  }

  private Optional<YamlProblem> scalar(String context, String problem, int start, int at) {
    if (context.contains("quoted scalar")) {
      boolean escape = charAt(at - 1) == '\\' || charAt(Math.max(0, at - 2)) == '\\';
      return problem.contains("end of stream") || problem.contains("separator")
          ? problem(
              "the closing `" + charAt(start) + "` of this string is missing",
              start,
              endOfLine(start))
          : escape ? escape(at) : Optional.empty();
    }
    if (!context.contains("block scalar")) {
      return Optional.empty();
    }
    return problem.contains("range 1-9")
        ? problem("the indentation after `" + charAt(start) + "` is not one of 1 to 9", at, at + 1)
        : problem("unexpected text after `" + charAt(start) + "`", at, endOfLine(at));
  }

  private Optional<YamlProblem> escape(int at) {
    int backslash = charAt(at - 1) == '\\' ? at - 1 : at - 2;
    String written = file.text().substring(backslash, Math.min(backslash + 2, length()));
    String what =
        FlowSpelling.digitsAfter(charAt(backslash + 1)) > 0
            ? " is not followed by the hexadecimal digits of a character"
            : " is no escape";
    return problem("`" + written + "`" + what, backslash, backslash + 2);
  }

  /** A hexadecimal escape, from an offset on, that is cut off or names no character. */
  YamlProblem badEscape(int from) {
    String text = file.text();
    for (int i = text.indexOf('\\', from); i >= 0; i = text.indexOf('\\', i + 2)) {
      int digits = FlowSpelling.digitsAfter(charAt(i + 1));
      if (digits > 0 && !isCodePoint(text, i + 2, digits)) {
        return escape(i + 1).orElseThrow();
      }
    }
    return new YamlProblem("not valid YAML", file.at(from, from));
  }

  private static boolean isCodePoint(String text, int from, int digits) {
    int end = Math.min(from + digits, text.length());
    int i = from;
    while (i < end && Character.digit(text.charAt(i), 16) >= 0) {
      i++;
    }
    return i == from + digits
        && Character.isValidCodePoint(Integer.parseUnsignedInt(text.substring(from, i), 16));
  }

  private Optional<YamlProblem> collection(String context, String problem, int start, int at) {
    if (context.contains("flow sequence") || context.contains("flow mapping")) {
      String kind = context.contains("sequence") ? "list" : "mapping";
      char closing = context.contains("sequence") ? ']' : '}';
      int line = file.positionOf(start).line();
      String place = "the " + kind + " that starts on line " + line;
      return onlyBlanksFrom(at)
          ? problem("the document ends inside " + place, at, at)
          : problem("expected `,` or `" + closing + "` in " + place, at, at + 1);
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return isFirstOnLine(at)
          ? problem("the indentation of this line fits no line above it", at, endOfLine(at))
          : problem("unexpected text after a value", at, endOfLine(at));
    }
    return Optional.empty();
  }

  private Optional<YamlProblem> structure(String problem, int start, int at) {
    if (problem.contains("mapping values are not allowed")) {
      return problem("a second `:` in one value, or a key whose indentation is wrong", at, at + 1);
    }
    if (problem.contains("are not allowed here")) {
      return problem("a list item or key cannot begin here", at, at + 1);
    }
    if (problem.contains("could not find expected ':'") || problem.contains("simple key")) {
      return problem("expected `:` after this text", start, Math.max(start, endOfLine(start)));
    }
    if (problem.contains("document start")) {
      return problem("unexpected text after the end of the document", at, endOfLine(at));
    }
    return Optional.empty();
  }

  private YamlProblem property(String context, String problem, int start, int at) {
    if (problem.contains("undefined tag handle")) {
      return at(start, endOfWord(start), "the tag `%s` has an undeclared handle");
    }
    if (context.contains("anchor") || context.contains("alias")) {
      return at(start, endOfWord(start), "`%s` is no alias or anchor; such text needs quotes");
    }
    if (context.contains("tag")) {
      return at(start, endOfWord(start), "`%s` is not a tag");
    }
    if (context.contains("directive") || problem.contains("directive")) {
      return new YamlProblem("this `%` line is no directive", file.at(start, endOfLine(start)));
    }
    return onlyBlanksFrom(at)
        ? new YamlProblem("the document ends where a value should be", file.at(at, at))
        : at(at, at + 1, "unexpected `%s`");
  }

  private YamlProblem at(int start, int end, String message) {
    Origin place = file.at(start, end);
    String written = place.written();
    String shown = written.length() > 40 ? written.substring(0, 40) + "…" : written;
    return new YamlProblem(String.format(message, shown), place);
  }

  private Optional<YamlProblem> problem(String message, int start, int end) {
    return Optional.of(new YamlProblem(message, file.at(start, Math.max(start, end))));
  }

  private int length() {
    return file.text().length();
  }

  private char charAt(int at) {
    return at >= 0 && at < length() ? file.text().charAt(at) : 0;
  }

  private int endOfLine(int from) {
    int i = from;
    while (i < length() && !FlowSpelling.isBreak(charAt(i))) {
      i++;
    }
    return i;
  }

  private int endOfWord(int from) {
    int i = from;
    while (i < length() && charAt(i) > ' ') {
      i++;
    }
    return i;
  }

  private boolean onlyBlanksFrom(int at) {
    int i = at;
    while (i < length() && charAt(i) <= ' ') {
      i++;
    }
    return i == length();
  }

  private boolean isFirstOnLine(int at) {
    int i = at - 1;
    while (i >= 0 && charAt(i) == ' ') {
      i--;
    }
    return i < 0 || FlowSpelling.isBreak(charAt(i));
  }
}
