package io.rolewright.report;

import io.rolewright.analyze.CrossChecked;
import io.rolewright.analyze.compare.Comparison;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * A way to write down a comparison.
 *
 * <p>Law: the same comparison and options give the same characters, which end with a line feed.
 */
public interface CompareReport {

  /**
   * What such a report needs to know beside the comparison.
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
  void write(Comparison comparison, Writer out) throws IOException;

  /**
   * The report of a format.
   *
   * @throws IllegalArgumentException if comparisons have no report in it
   */
  static CompareReport in(Format format, Options options) {
    return switch (format) {
      case TEXT -> new CompareText(options);
      case JSON -> new CompareJson(options);
      case MARKDOWN -> new CompareMarkdown();
      case SARIF -> throw new IllegalArgumentException("comparisons have no findings");
    };
  }
}
