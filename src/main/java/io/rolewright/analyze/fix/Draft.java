package io.rolewright.analyze.fix;

import io.rolewright.analyze.Edit;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The text of a file that is being edited, which knows what is left of the file as it was: pieces
 * of the old text with new texts between them.
 */
final class Draft {

  /** A piece of the old text, or, with an empty range, new text. */
  private record Piece(int from, int to, String fresh) {

    boolean isOld() {
      return to > from;
    }

    int length() {
      return isOld() ? to - from : fresh.length();
    }

    Piece part(int start, int end) {
      return isOld()
          ? new Piece(from + start, from + end, "")
          : new Piece(from, from, fresh.substring(start, end));
    }
  }

  private final SourceFile file;
  private List<Piece> pieces = new ArrayList<>();

  Draft(SourceFile file) {
    this.file = file;
    pieces.add(new Piece(0, file.text().length(), ""));
  }

  /** The text as it is now. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      text.append(piece.isOld() ? file.text().substring(piece.from, piece.to) : piece.fresh);
    }
    return text.toString();
  }

  /** Puts text in the place of {@code [start, end)} of the present text. */
  void replace(int start, int end, String text) {
    List<Piece> after = new ArrayList<>();
    int at = 0;
    boolean placed = false;
    for (Piece piece : pieces) {
      int length = piece.length();
      if (at < start) {
        add(after, piece.part(0, Math.min(length, start - at)));
      }
      if (!placed && at + length >= start) {
        add(after, new Piece(0, 0, text));
        placed = true;
      }
      if (at + length > end) {
        add(after, piece.part(Math.max(0, end - at), length));
      }
      at += length;
    }
    pieces = after;
  }

  private static void add(List<Piece> pieces, Piece piece) {
    if (piece.length() > 0) {
      pieces.add(piece);
    }
  }

  /** Where a character of the old text is now; nowhere if it is gone. */
  OptionalInt now(int old) {
    int at = 0;
    for (Piece piece : pieces) {
      if (piece.isOld() && piece.from <= old && old < piece.to) {
        return OptionalInt.of(at + old - piece.from);
      }
      at += piece.length();
    }
    return OptionalInt.empty();
  }

  /** What was done, as edits of the old text, by place. */
  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    StringBuilder fresh = new StringBuilder();
    int done = 0;
    for (Piece piece : pieces) {
      if (piece.isOld()) {
        add(edits, done, piece.from, fresh);
        done = piece.to;
      } else {
        fresh.append(piece.fresh);
      }
    }
    add(edits, done, file.text().length(), fresh);
    return edits;
  }

  private void add(List<Edit> edits, int start, int end, StringBuilder fresh) {
    if (end > start || fresh.length() > 0) {
      edits.add(new Edit(file.at(start, end), fresh.toString()));
      fresh.setLength(0);
    }
  }
}
