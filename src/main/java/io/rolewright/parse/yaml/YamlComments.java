package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.Tree.Comment;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects comments from what lies between the scalars of a file, where a hash after a blank can be
 * nothing else.
 *
 * <p>Why not the parser's own comment events: with them it refuses comments in places where YAML
 * allows them.
 */
final class YamlComments {

  private final String text;
  private final List<Comment> found = new ArrayList<>();
  private int passed;

  YamlComments(String text) {
    this.text = text;
  }

  List<Comment> found() {
    return found;
  }

  /** The offset up to which the file is known. */
  int passed() {
    return passed;
  }

  /** Collects the comments before a scalar, whose own text is passed over. */
  void passScalar(int start, int end) {
    scanTo(start);
    passed = Math.max(passed, end);
  }

  /** As {@link #passScalar}, but the first line of a block, after its sign, may have a comment. */
  void passBlock(int start, int end) {
    scanTo(start);
    scanTo(endOfLine(start));
    passed = Math.max(passed, end);
  }

  void scanTo(int end) {
    for (int i = passed; i < end; i++) {
      if (text.charAt(i) == '#' && (i == 0 || text.charAt(i - 1) <= ' ')) {
        int lineEnd = endOfLine(i);
        found.add(new Comment(text.substring(i + 1, lineEnd).strip(), i, isAlone(i)));
        i = lineEnd;
      }
    }
    passed = Math.max(passed, end);
  }

  private int endOfLine(int from) {
    int i = from;
    while (i < text.length() && !FlowSpelling.isBreak(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean isAlone(int at) {
    int i = at - 1;
    while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i--;
    }
    return i < 0 || FlowSpelling.isBreak(text.charAt(i));
  }
}
