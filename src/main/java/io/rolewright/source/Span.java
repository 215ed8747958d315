package io.rolewright.source;

/**
 * A half-open range of UTF-16 offsets, {@code [start, end)}, into the text of one file.
 *
 * @param start first offset inside the range, at least 0
 * @param end first offset after the range, at least {@code start}
 */
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** The smallest span that covers this one and {@code other}. */
  public Span union(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Whether every offset of {@code other} lies in this span. */
  public boolean covers(Span other) {
    return start <= other.start && other.end <= end;
  }
}
