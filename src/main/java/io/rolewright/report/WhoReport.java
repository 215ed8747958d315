package io.rolewright.report;

import io.rolewright.analyze.who.WhoRun;
import java.io.IOException;
import java.io.Writer;

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
   */
  record Options(String version, boolean colour) {}

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
