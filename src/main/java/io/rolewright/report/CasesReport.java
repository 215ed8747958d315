package io.rolewright.report;

import io.rolewright.analyze.cases.CasesRun;
import java.io.IOException;
import java.io.Writer;

/**
 * A way to write down the answers to a table of cases.
 *
 * <p>Law: the same run and options give the same characters, which end with a line feed.
 */
public interface CasesReport {

  /**
   * What such a report needs to know beside the run.
   *
   * @param version of Rolewright
   * @param colour whether text is to carry colours
   */
  record Options(String version, boolean colour) {}

  /** Writes and flushes; closing is the caller's. */
  void write(CasesRun run, Writer out) throws IOException;

  /**
   * The report of a format.
   *
   * @throws IllegalArgumentException if cases have no report in it
   */
  static CasesReport in(Format format, Options options) {
    return switch (format) {
      case TEXT -> new CasesText(options);
      case JSON -> new CasesJson(options);
      case SARIF, MARKDOWN -> throw new IllegalArgumentException("cases have no such report");
    };
  }
}
