package io.rolewright.source;

import java.util.Comparator;

/**
 * Where a node was written: a file and a span in it.
 *
 * <p>Law: <em>all origins are equal</em>. Provenance is not identity, so records that carry an
 * origin compare by what they say, whatever file and format they came from. To sort by place use
 * {@link #BY_PLACE}.
 */
public final class Origin {

  /** Orders by file name, then start, then end. */
  public static final Comparator<Origin> BY_PLACE =
      Comparator.comparing((Origin o) -> o.file.name())
          .thenComparingInt(o -> o.span.start())
          .thenComparingInt(o -> o.span.end());

  private final SourceFile file;
  private final Span span;

  public Origin(SourceFile file, Span span) {
    this.file = file;
    this.span = span;
  }

  public SourceFile file() {
    return file;
  }

  public Span span() {
    return span;
  }

  /** Line and column of the first character. */
  public Position start() {
    return file.positionOf(span.start());
  }

  /** Line and column just after the last character. */
  public Position end() {
    return file.positionOf(span.end());
  }

  /** The text as written at this place. */
  public String written() {
    return file.text().substring(span.start(), span.end());
  }

  /** Whether {@code other} lies inside this place, in the same file. */
  public boolean covers(Origin other) {
    return file == other.file && span.covers(other.span);
  }

  /** Whether both are the same place, which {@link #equals} does not ask. */
  public boolean isSamePlace(Origin other) {
    return file == other.file && span.equals(other.span);
  }

  /** A key that two origins share exactly if they are the same place of files so named. */
  public String place() {
    return file.name() + "@" + span.start() + "-" + span.end();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Origin;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    Position start = start();
    return file.name() + ":" + start.line() + ":" + start.column();
  }
}
