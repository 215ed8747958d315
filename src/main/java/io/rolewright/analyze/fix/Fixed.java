package io.rolewright.analyze.fix;

import io.rolewright.analyze.Analysis;
import io.rolewright.rule.Finding;
import io.rolewright.source.SourceFile;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of making all fixes. Nothing is written to disk.
 *
 * @param left what is to be said of the files as they would be
 * @param files those that change, by name
 * @param made each fix, in the order in which they were made
 */
public record Fixed(Analysis left, List<Rewritten> files, List<Made> made) {

  /**
   * A file that changes.
   *
   * @param path where it is
   */
  public record Rewritten(Path path, SourceFile before, SourceFile after) {}

  /** A fix that was made. */
  public record Made(Finding finding, String title) {}

  public Fixed {
    files = List.copyOf(files);
    made = List.copyOf(made);
  }
}
