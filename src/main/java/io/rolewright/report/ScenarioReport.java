package io.rolewright.report;

import io.rolewright.analyze.CrossChecked;
import io.rolewright.analyze.scenario.ScenarioRun;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * A way to write down a simulated scenario.
 *
 * <p>Law: the same run and options give the same characters, which end with a line feed.
 */
public interface ScenarioReport {

  /**
   * What such a report needs to know beside the run.
   *
   * @param version of Rolewright
   * @param colour whether text is to carry colours
   * @param trace whether to tell every step of every decision
   * @param checked what came of looking at answers again; absent where nobody wished it
   */
  record Options(String version, boolean colour, boolean trace, Optional<CrossChecked> checked) {

    /** Without answers that were looked at again. */
    public Options(String version, boolean colour, boolean trace) {
      this(version, colour, trace, Optional.empty());
    }
  }

  /** Writes and flushes; closing is the caller's. */
  void write(ScenarioRun run, Writer out) throws IOException;

  /**
   * The report of a format.
   *
   * @throws IllegalArgumentException if scenarios have no report in it
   */
  static ScenarioReport in(Format format, Options options) {
    return switch (format) {
      case TEXT -> new ScenarioText(options);
      case JSON -> new ScenarioJson(options);
      case SARIF, MARKDOWN -> throw new IllegalArgumentException("scenarios have no such report");
    };
  }
}
