package io.rolewright.report;

import io.rolewright.analyze.Analysis;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A way to write down an analysis.
 *
 * <p>Law: the same analysis and options give the same characters, which end with a line feed.
 */
public interface Report {

  /** Writes and flushes; closing is the caller's. */
  void write(Analysis analysis, Writer out) throws IOException;

  /** The formats that findings have reports in. */
  List<Format> FORMATS = List.of(Format.TEXT, Format.JSON, Format.SARIF);

  /**
   * The report of a format.
   *
   * @throws IllegalArgumentException if it is none of {@link #FORMATS}
   */
  static Report in(Format format, ReportOptions options) {
    return switch (format) {
      case TEXT -> new TextReport(options);
      case JSON -> new JsonReport(options);
      case SARIF -> new SarifReport(options);
      case MARKDOWN -> throw new IllegalArgumentException("findings have no report in Markdown");
    };
  }
}
