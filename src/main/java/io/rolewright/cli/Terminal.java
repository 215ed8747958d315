package io.rolewright.cli;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds one run of the command line.
 *
 * @param out standard output; failures to write must surface as exceptions
 * @param err standard error
 * @param outIsTerminal whether a person sees {@code out}
 * @param errIsTerminal whether a person sees {@code err}
 * @param variables the environment
 * @param directory the working directory, absolute
 */
record Terminal(
    OutputStream out,
    OutputStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Map<String, String> variables,
    Path directory) {

  /** Set by the launcher to the streams that are terminals: {@code out,err}. */
  static final String TTY_PROPERTY = "rolewright.tty";

  /** The terminal of this process, with these streams. */
  static Terminal ofProcess(OutputStream out, OutputStream err) {
    String tty = System.getProperty(TTY_PROPERTY);
    boolean both = tty == null && System.console() != null;
    return new Terminal(
        out,
        err,
        both || (tty != null && tty.contains("out")),
        both || (tty != null && tty.contains("err")),
        System.getenv(),
        Path.of("").toAbsolutePath());
  }

  /** Standard output for a report, which flushes it. */
  Writer writer() {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** Prints a line for people on standard error. */
  void say(String line) {
    print(line + "\n");
  }

  /**
   * Prints on standard error. A failure to do so is passed over: there is nobody left to tell, and
   * the exit code still speaks.
   */
  void print(String text) {
    PrintWriter writer = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8));
    writer.print(text);
    writer.flush();
  }

  /** Whether the terminal can do more than print lines. */
  boolean isDumb() {
    return "dumb".equals(variables.get("TERM"));
  }

  /** Whether somebody asked for no colours (<a href="https://no-color.org">no-color.org</a>). */
  boolean refusesColour() {
    return !variables.getOrDefault("NO_COLOR", "").isEmpty();
  }
}
