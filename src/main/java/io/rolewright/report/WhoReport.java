package io.rolewright.report;

import io.rolewright.analyze.CrossChecked;
import io.rolewright.analyze.who.WhoRun;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * A way to write down who can.
 *
 * <p>Law: the same run and options give the same characters, which end with a line feed.
 */
public interface WhoReport {

  /**
   * What such a report needs to know beside the run.
   *
   * @param version of Rolewright
   * @param colour whether text is to carry colours
   * @param checked what came of looking at answers again; absent where nobody wished it
   */
  record Options(String version, boolean colour, Optional<CrossChecked> checked) {

    /** Without answers that were looked at again. */
    public Options(String version, boolean colour) {
      this(version, colour, Optional.empty());
    }
  }

  /** Writes and flushes; closing is the caller's. */
  void write(WhoRun run, Writer out) throws IOException;

  /**
   * The report of a format.
   *
   * @throws IllegalArgumentException if there is none in it
   */
  static WhoReport in(Format format, Options options) {
    return switch (format) {
      case TEXT -> new WhoText(options);
      case JSON -> new WhoJson(options);
      case SARIF, MARKDOWN -> throw new IllegalArgumentException("who has no findings");
    };
  }
}
