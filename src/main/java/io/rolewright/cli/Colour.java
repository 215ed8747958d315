package io.rolewright.cli;

import java.util.Locale;

/** When reports on standard output carry colours. */
enum Colour {
  AUTO,
  ALWAYS,
  NEVER;

  boolean isWanted(Terminal terminal) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal.outIsTerminal() && !terminal.isDumb() && !terminal.refusesColour();
    };
  }

  String shown() {
    return name().toLowerCase(Locale.ROOT);
  }
}
