package io.rolewright.report;

import io.rolewright.rule.Severity;
import io.rolewright.source.Problem;

/** Colours for a terminal, or none. Colour only ever repeats what the words say. */
final class Palette {

  /** What a piece of text is, which decides how it looks. */
  enum Style {
    GRAVE("1;31"),
    SERIOUS("31"),
    MODERATE("33"),
    MILD("36"),
    STRONG("1"),
    QUIET("2"),
    GUTTER("34");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  private final boolean coloured;

  Palette(boolean coloured) {
    this.coloured = coloured;
  }

  String paint(Style style, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
  }

  static Style of(Severity severity) {
    return switch (severity) {
      case ERROR, CRITICAL -> Style.GRAVE;
      case HIGH -> Style.SERIOUS;
      case MEDIUM -> Style.MODERATE;
      case LOW, INFO -> Style.MILD;
    };
  }

  static Style of(Problem.Severity severity) {
    return switch (severity) {
      case ERROR -> Style.GRAVE;
      case WARNING -> Style.MODERATE;
      case NOTE -> Style.MILD;
    };
  }
}
