package io.rolewright.parse.tree;

import io.rolewright.model.TextPart;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Text of which every character knows where in a file it was written, and of which some pieces may
 * be unknown.
 *
 * <p>An unknown piece, such as the value of a template parameter, is one {@link #HOLE} character
 * that {@link #holeAt} explains. The same character written in a file is no hole.
 */
public final class Characters {

  /** Stands for an unresolved piece: Unicode's object replacement character. */
  public static final char HOLE = '\uFFFC';

  private final SourceFile file;
  private final String text;
  private final int[] starts; // empty: offsets of text and file are the same, from base
  private final int[] ends;
  private final int base;
  private final Map<Integer, TextPart> holes;

  private Characters(
      SourceFile file,
      String text,
      int base,
      int[] starts,
      int[] ends,
      Map<Integer, TextPart> holes) {
    this.file = file;
    this.text = text;
    this.base = base;
    this.starts = starts;
    this.ends = ends;
    this.holes = holes;
  }

  /** The text of a whole file. */
  public static Characters ofFile(SourceFile file) {
    return verbatim(file, 0, file.text());
  }

  /** Text that stands in the file as it is, from {@code offset} on. */
  public static Characters verbatim(SourceFile file, int offset, String text) {
    return new Characters(file, text, offset, new int[0], new int[0], Map.of());
  }

  /**
   * Text decoded from part of {@code outer}: character {@code i} was written at offsets {@code
   * [starts[i], ends[i])} of outer's text.
   */
  public static Characters decoded(Characters outer, String text, int[] starts, int[] ends) {
    int[] fileStarts = new int[starts.length];
    int[] fileEnds = new int[ends.length];
    Map<Integer, TextPart> holes = new TreeMap<>();
    for (int i = 0; i < starts.length; i++) {
      fileStarts[i] = outer.start(starts[i]);
      fileEnds[i] = outer.end(Math.max(starts[i], ends[i] - 1));
      int at = i;
      outer.holeAt(starts[i]).ifPresent(hole -> holes.put(at, hole));
    }
    return new Characters(outer.file, text, 0, fileStarts, fileEnds, holes);
  }

  /** A single unknown piece, written at {@code origin}. */
  public static Characters hole(Origin origin, TextPart part) {
    return new Characters(
        origin.file(),
        String.valueOf(HOLE),
        0,
        new int[] {origin.span().start()},
        new int[] {origin.span().end()},
        Map.of(0, part));
  }

  /** Text that was written nowhere; every character has the place of what gave it. */
  public static Characters given(Origin origin, String text) {
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    Arrays.fill(starts, origin.span().start());
    Arrays.fill(ends, origin.span().end());
    return new Characters(origin.file(), text, 0, starts, ends, Map.of());
  }

  /** All pieces, one after the other. The file is that of the first piece. */
  public static Characters concat(Origin empty, List<Characters> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text));
    int[] starts = new int[text.length()];
    int[] ends = new int[text.length()];
    Map<Integer, TextPart> holes = new TreeMap<>();
    int at = 0;
    for (Characters piece : pieces) {
      for (int i = 0; i < piece.text.length(); i++, at++) {
        starts[at] = piece.start(i);
        ends[at] = piece.end(i);
        if (piece.holes.containsKey(i)) {
          holes.put(at, piece.holes.get(i));
        }
      }
    }
    SourceFile file = pieces.isEmpty() ? empty.file() : pieces.get(0).file;
    return new Characters(file, text.toString(), 0, starts, ends, holes);
  }

  public SourceFile file() {
    return file;
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  /** The unknown piece that the character at {@code index} stands for, if it does. */
  public Optional<TextPart> holeAt(int index) {
    return Optional.ofNullable(holes.get(index));
  }

  public boolean hasHoles() {
    return !holes.isEmpty();
  }

  /** The characters {@code [from, to)}. */
  public Characters slice(int from, int to) {
    String part = text.substring(from, to);
    if (starts.length == 0) {
      return verbatim(file, base + from, part);
    }
    Map<Integer, TextPart> kept = new TreeMap<>();
    holes.forEach(
        (at, hole) -> {
          if (at >= from && at < to) {
            kept.put(at - from, hole);
          }
        });
    return new Characters(
        file,
        part,
        0,
        Arrays.copyOfRange(starts, from, to),
        Arrays.copyOfRange(ends, from, to),
        kept);
  }

  /**
   * The place of the characters {@code [from, to)} in the file. Characters that came from different
   * places span from the first to the last of them.
   */
  public Origin originOf(int from, int to) {
    if (text.isEmpty()) {
      return file.at(base, base);
    }
    int first = start(Math.min(from, text.length() - 1));
    if (from >= text.length()) {
      first = end(text.length() - 1);
    }
    int last = to <= from ? first : end(Math.min(to, text.length()) - 1);
    return file.at(first, Math.max(first, last));
  }

  private int start(int index) {
    if (starts.length == 0) {
      return base + Math.min(index, text.length());
    }
    return index < starts.length ? starts[index] : ends[ends.length - 1];
  }

  private int end(int index) {
    return starts.length == 0 ? base + index + 1 : ends[Math.min(index, ends.length - 1)];
  }

  @Override
  public String toString() {
    return text;
  }
}
