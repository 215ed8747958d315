package io.rolewright.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: how it is typed, and what it does. */
interface Command {

  CommandSpec spec();

  /**
   * Does what was typed.
   *
   * @return the exit code
   * @throws IOException if standard output cannot be written
   */
  int run(ParseResult typed, Terminal terminal, Engine engine) throws IOException;
}
