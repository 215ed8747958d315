package io.rolewright.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rolewright.analyze.Analysis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/** A terminal at which one command after the other is run, in this process. */
final class Session {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path directory;
  private final boolean onTerminal;
  private final Map<String, String> variables;

  private Session(Path directory, boolean onTerminal, Map<String, String> variables) {
    this.directory = directory;
    this.onTerminal = onTerminal;
    this.variables = variables;
  }

  /** Streams that are files. */
  static Session in(Path directory) {
    return new Session(directory, false, Map.of());
  }

  /** Streams that a person sees. */
  static Session atTerminal(Path directory, Map<String, String> variables) {
    return new Session(directory, true, variables);
  }

  /** Runs a command whose analysis is given. */
  int run(Analysis analysis, String... arguments) {
    return run(SampleEngine.answering(analysis), arguments);
  }

  /** Runs a command and returns its exit code. */
  int run(Engine engine, String... arguments) {
    out.reset();
    return run(out, engine, arguments);
  }

  /** Runs {@code check} while standard output fails with this message. */
  int runWithBrokenOutput(Analysis analysis, String message) {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(message);
          }
        };
    return run(broken, SampleEngine.answering(analysis), "check");
  }

  private int run(OutputStream to, Engine engine, String... arguments) {
    err.reset();
    Terminal terminal = new Terminal(to, err, onTerminal, onTerminal, variables, directory);
    return Main.run(arguments, terminal, engine);
  }

  /** What the last command printed. */
  String out() {
    return out.toString(UTF_8);
  }

  /** What the last command said to people. */
  String err() {
    return err.toString(UTF_8);
  }
}
