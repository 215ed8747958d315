package io.rolewright.cli;

import io.rolewright.rule.file.RuleBook;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The entry point: arguments to an exit code. */
public final class Main {

  private static final String DEBUG = "--debug";

  private Main() {}

  /** Runs and ends the process. */
  public static void main(String[] args) {
    // why: System.out would swallow failures to write
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    if (args.length > 0 && args[0].equals("check")) {
      RuleBook.prepare(); // a second processor has nothing to do yet
    }
    System.exit(run(args, Terminal.ofProcess(out, err), new ShippedEngine()));
  }

  /** Runs in the working directory, without colours and progress, and returns the exit code. */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    Terminal process = Terminal.ofProcess(out, err);
    Terminal plain = new Terminal(out, err, false, false, process.variables(), process.directory());
    return run(args, plain, new ShippedEngine());
  }

  static int run(String[] args, Terminal terminal, Engine engine) {
    try {
      int code = dispatch(args, terminal, engine);
      terminal.out().flush();
      return code;
    } catch (ParameterException e) {
      return wrongUsage(e, terminal);
    } catch (IOException e) {
      return closedOutput(e, terminal);
    } catch (OutOfMemoryError e) {
      terminal.say("error: not enough memory; allow more with ROLEWRIGHT_JAVA_OPTS=-Xmx2g");
      return Exit.FAILED;
    } catch (RuntimeException | Error e) {
      return internalError(e, Arrays.asList(args).contains(DEBUG), terminal);
    }
  }

  private static int dispatch(String[] args, Terminal terminal, Engine engine) throws IOException {
    ParseResult typed = Commands.tree(args).parseArgs(args);
    while (typed.hasSubcommand()) {
      typed = typed.subcommand();
    }
    CommandLine command = typed.commandSpec().commandLine();
    if (typed.isUsageHelpRequested()) {
      Commands.printUsage(command, terminal);
      return Exit.CLEAN;
    }
    if (typed.isVersionHelpRequested()) {
      String version =
          "rolewright " + engine.version() + "\nAWS catalogue of " + engine.catalogueDate() + "\n";
      terminal.out().write(version.getBytes(StandardCharsets.UTF_8));
      return Exit.CLEAN;
    }
    if (command.getCommand() instanceof Command known) {
      return known.run(typed, terminal, engine);
    }
    terminal.print(Commands.usage(command));
    return Exit.FAILED;
  }

  private static int wrongUsage(ParameterException e, Terminal terminal) {
    CommandLine command = e.getCommandLine();
    terminal.say("error: " + message(e));
    terminal.say("try `" + command.getCommandSpec().qualifiedName(" ") + " --help`");
    return Exit.FAILED;
  }

  private static String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String typed = unmatched.getUnmatched().get(0);
      boolean option = typed.startsWith("-");
      boolean command = !option && !e.getCommandLine().getSubcommands().isEmpty();
      String what = option ? "unknown option" : command ? "unknown command" : "unexpected argument";
      return what + " `" + typed + "`" + Choice.suggestion(typed, candidates(e, option));
    }
    // why: picocli's own messages are sentences
    String text = e.getMessage().replace('\'', '`');
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static List<String> candidates(ParameterException e, boolean option) {
    CommandLine command = e.getCommandLine();
    return option
        ? command.getCommandSpec().options().stream()
            .filter(o -> !o.hidden())
            .flatMap(o -> Arrays.stream(o.names()))
            .toList()
        : List.copyOf(command.getSubcommands().keySet());
  }

  /** Whoever reads us may stop early, as {@code head} does; that needs no words. */
  private static int closedOutput(IOException e, Terminal terminal) {
    String reason = OutputFile.reason(e);
    if (!reason.toLowerCase(Locale.ROOT).contains("pipe")) {
      terminal.say("error: cannot write to standard output: " + reason);
    }
    return Exit.FAILED;
  }

  private static int internalError(Throwable e, boolean debug, Terminal terminal) {
    terminal.say("internal error: " + e.toString().lines().findFirst().orElse(""));
    if (debug) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace, true));
      terminal.print(trace.toString());
    } else {
      terminal.say("this is a bug in Rolewright: please report it, with what " + DEBUG + " prints");
    }
    return Exit.FAILED;
  }
}
