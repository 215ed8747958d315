package io.rolewright.parse.tree;

import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.List;

/**
 * What a reader made of one file.
 *
 * @param file the file read
 * @param roots the document; YAML may hold several; none where nothing could be read
 * @param comments YAML comments in written order; JSON has none
 * @param problems what was wrong with the syntax; a syntax error ends the reading, so that roots
 *     hold the documents before it
 */
public record Tree(
    SourceFile file, List<Node> roots, List<Comment> comments, List<Problem> problems) {

  /**
   * A YAML comment.
   *
   * @param text without the hash and outer blanks
   * @param offset of the hash in the file
   * @param alone whether nothing stands before it on its line
   */
  public record Comment(String text, int offset, boolean alone) {}

  public Tree {
    roots = List.copyOf(roots);
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
  }
}
