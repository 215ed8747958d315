package io.rolewright.parse.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Decodes literal ({@code |}) and folded ({@code >}) scalars (YAML 1.2.2, section 8.1), as if all
 * final line breaks were kept: the parser has chomped them, so its text is the beginning of ours.
 */
final class BlockSpelling {

  private final String source;
  private final int end;
  private final boolean folded;
  private final Spelling spelling = new Spelling();
  private final List<Integer> breaks = new ArrayList<>(); // start offsets of passed line breaks
  private int indent;
  private int at;

  private BlockSpelling(String source, int start, int end) {
    this.source = source;
    this.end = end;
    this.folded = source.charAt(start) == '>';
    this.at = afterLine(start);
  }

  /** What the block that begins with its sign at {@code start} spells. */
  static Spelling of(String source, int start, int end, String expected) {
    BlockSpelling block = new BlockSpelling(source, start, end);
    block.indent = block.indentation(expected);
    block.run();
    return block.spelling;
  }

  /** The offset after the line break that ends the line of {@code from}. */
  private int afterLine(int from) {
    int i = from;
    while (i < end && !FlowSpelling.isBreak(source.charAt(i))) {
      i++;
    }
    return i < end ? FlowSpelling.endOfBreak(source, i) : end;
  }

  /**
   * The block's indentation: that of its first line that is not blank, less what the parser left of
   * it, which is something only where an indicator such as {@code |2} says so.
   */
  private int indentation(String expected) {
    int written = indentationOfFirstLine(source, at, end);
    int kept = indentationOfFirstLine(expected, 0, expected.length());
    return Math.max(0, written - kept);
  }

  private static int indentationOfFirstLine(String text, int from, int to) {
    int spaces = 0;
    int most = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != ' ' && !FlowSpelling.isBreak(c)) {
        return spaces;
      }
      spaces = c == ' ' ? spaces + 1 : 0;
      most = Math.max(most, spaces);
    }
    return most;
  }

  private void run() {
    boolean inside = passBreaks();
    while (inside) {
      addBreaks();
      boolean foldable = folded && !isBlankAt(at);
      addLine();
      if (at == end) {
        spelling.add('\n', end, end); // why: the parser ends a block even where the file does not
        return;
      }
      int lineBreak = at;
      at = FlowSpelling.endOfBreak(source, at);
      inside = passBreaks();
      if (!inside || !foldable || isBlankAt(at)) {
        spelling.add('\n', lineBreak, FlowSpelling.endOfBreak(source, lineBreak));
      } else if (breaks.isEmpty()) {
        spelling.add(' ', lineBreak, at);
      }
    }
    addBreaks();
  }

  private void addLine() {
    while (at < end && !FlowSpelling.isBreak(source.charAt(at))) {
      spelling.add(source.charAt(at), at, at + 1);
      at++;
    }
  }

  private void addBreaks() {
    breaks.forEach(b -> spelling.add('\n', b, FlowSpelling.endOfBreak(source, b)));
    breaks.clear();
  }

  /** Passes empty lines and the next line's indentation; false at the end of the block. */
  private boolean passBreaks() {
    while (at < end) {
      int spaces = 0;
      while (at < end && spaces < indent && source.charAt(at) == ' ') {
        at++;
        spaces++;
      }
      if (at == end || !FlowSpelling.isBreak(source.charAt(at))) {
        return at < end && spaces == indent;
      }
      breaks.add(at);
      at = FlowSpelling.endOfBreak(source, at);
    }
    return false;
  }

  private boolean isBlankAt(int offset) {
    return offset < end && (source.charAt(offset) == ' ' || source.charAt(offset) == '\t');
  }
}
