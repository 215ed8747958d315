package io.rolewright.analyze.fix;

import io.rolewright.analyze.fix.Script.Quote;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.source.Span;
import java.util.List;
import java.util.Optional;

/** How things look in one file: what stands between elements, and how new ones are to look. */
final class Layout {

  private static final String STEP = "  ";

  private final String text;
  private final String lineBreak;

  Layout(String text) {
    this.text = text;
    this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
  }

  String text() {
    return text;
  }

  String lineBreak() {
    return lineBreak;
  }

  /** The first offset of the line. */
  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The offset of the line's end, before its line break. */
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    int last = end < 0 ? text.length() : end;
    return last > offset && text.charAt(last - 1) == '\r' ? last - 1 : last;
  }

  /** The offset of the next line; the end of the text where there is none. */
  int nextLine(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  /** What stands on the line before an offset. */
  String before(int offset) {
    return text.substring(lineStart(offset), offset);
  }

  /** Whether nothing but a comment stands on the line from here on. */
  boolean isLast(int offset) {
    String rest = text.substring(offset, lineEnd(offset)).strip();
    return rest.isEmpty() || rest.startsWith("#");
  }

  /**
   * What stands between the bracket and the first element of a list or object: blanks, or a line
   * break with the elements' indentation. Empty where comments stand there too.
   */
  String opening(Span outer, Span first) {
    String between = text.substring(outer.start() + 1, first.start());
    return isBlank(between) ? between : "";
  }

  /** What is put between the last element and a new one. */
  String separator(Span outer, List<Span> elements) {
    if (elements.size() > 1) {
      Span last = elements.get(elements.size() - 1);
      String between = text.substring(elements.get(elements.size() - 2).end(), last.start());
      if (isBlank(between.replace(",", "")) && between.contains(",")) {
        return between;
      }
    }
    String opening = opening(outer, elements.get(0));
    return opening.isBlank() && !opening.contains("\n") && !opening.contains("\\n")
        ? ", "
        : "," + opening;
  }

  /** Blanks as they are, or as escapes of a string. */
  private static boolean isBlank(String between) {
    return between.replace("\\n", "").replace("\\r", "").replace("\\t", "").isBlank();
  }

  /** What stands between name and value in an object. */
  String colon(ObjectNode object) {
    for (Member member : object.members()) {
      if (Sites.isHere(object, member)) {
        int from = member.key().origin().span().end();
        String between = text.substring(from, member.value().origin().span().start());
        if (isBlank(between.replaceFirst(":", "")) && !between.contains("\n")) {
          return between;
        }
      }
    }
    return ": ";
  }

  /** How names are quoted in an object. */
  Quote quote(ObjectNode object) {
    return object.members().stream()
        .findFirst()
        .map(m -> Quote.of(m.key().origin().written()))
        .orElse(Quote.DOUBLE);
  }

  /** A value between brackets. */
  String flow(Value value, Script script, Quote quote, String colon, Optional<String> indent) {
    return value.match(
        strings -> strings(strings.texts(), script, quote),
        (name, inner) -> {
          Optional<String> deeper = indent.map(i -> i + STEP);
          String member =
              script.string(name, quote) + colon + flow(inner, script, quote, colon, deeper);
          return indent
              .map(i -> "{" + lineBreak + i + STEP + member + lineBreak + i + "}")
              .orElse("{" + member + "}");
        });
  }

  /** A value in block style, behind the colon. */
  String block(Value value, Script script, Quote quote, String indent) {
    return value.match(
        strings -> " " + strings(strings.texts(), script, quote),
        (name, inner) ->
            lineBreak
                + indent
                + STEP
                + script.string(name, quote)
                + ":"
                + block(inner, script, quote, indent + STEP));
  }

  /** One string, or a list of strings between brackets. */
  static String strings(List<String> texts, Script script, Quote quote) {
    List<String> quoted = texts.stream().map(t -> script.string(t, quote)).toList();
    return quoted.size() == 1 ? quoted.get(0) : "[" + String.join(", ", quoted) + "]";
  }
}
