package io.rolewright.parse.yaml;

import io.rolewright.source.SourceFile;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The text of a file under the parser's marks, which count code points where we count UTF-16. */
final class YamlText {

  private final SourceFile file;
  private final boolean plain;
  private int knownPoint;
  private int knownOffset;

  YamlText(SourceFile file) {
    this.file = file;
    this.plain = file.text().chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  SourceFile file() {
    return file;
  }

  /** The offset of a mark; marks mostly come in ascending order, which makes this cheap. */
  int offset(Mark mark) {
    int point = mark.getIndex();
    if (plain) {
      return Math.min(point, file.text().length());
    }
    if (point < knownPoint) {
      knownPoint = 0;
      knownOffset = 0;
    }
    String text = file.text();
    while (knownPoint < point && knownOffset < text.length()) {
      knownOffset += Character.charCount(text.codePointAt(knownOffset));
      knownPoint++;
    }
    return knownOffset;
  }
}
