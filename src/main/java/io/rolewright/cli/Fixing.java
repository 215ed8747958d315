package io.rolewright.cli;

import io.rolewright.analyze.fix.Fixed;
import io.rolewright.analyze.fix.Fixed.Made;
import io.rolewright.analyze.fix.Fixed.Rewritten;
import io.rolewright.report.UnifiedDiff;
import io.rolewright.source.Decoder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;

/** {@code check --fix}: writes the files that change, or shows what would. */
final class Fixing {

  private final Terminal terminal;
  private final CheckOptions options;

  Fixing(Terminal terminal, CheckOptions options) {
    this.terminal = terminal;
    this.options = options;
  }

  /** Makes the fixes as far as was asked for; the answer is whether all could be. */
  boolean make(Fixed fixed) throws IOException {
    boolean all = true;
    if (options.triesOut()) {
      show(fixed);
    } else {
      for (Rewritten file : fixed.files()) {
        all &= write(file);
      }
    }
    if (all && !options.isQuiet()) {
      tell(fixed);
    }
    return all;
  }

  private void show(Fixed fixed) throws IOException {
    if (options.isQuiet()) {
      return;
    }
    Writer out = terminal.writer();
    for (Rewritten file : fixed.files()) {
      String name = file.before().name();
      out.write(UnifiedDiff.of(name, file.before().text(), file.after().text()));
    }
    out.flush();
  }

  private boolean write(Rewritten file) {
    String name = file.before().name();
    try {
      byte[] bytes = Files.readAllBytes(file.path());
      if (!Decoder.decode(name, bytes).file().text().equals(file.before().text())) {
        terminal.say("error: `" + name + "` was changed while it was checked; nothing was written");
        return false;
      }
      OutputFile.replace(file.path(), Decoder.encode(file.after().text(), bytes));
      return true;
    } catch (IOException e) {
      terminal.say("error: cannot write `" + name + "`: " + OutputFile.reason(e));
      return false;
    }
  }

  private void tell(Fixed fixed) {
    String verb = options.triesOut() ? "would fix " : "fixed ";
    for (Made made : fixed.made()) {
      String file = made.finding().at().file().name();
      String rule = made.finding().rule().id();
      terminal.say(verb + file + ": " + made.title() + " (" + rule + ")");
    }
    if (fixed.made().isEmpty()) {
      terminal.say("nothing to fix");
    }
  }
}
