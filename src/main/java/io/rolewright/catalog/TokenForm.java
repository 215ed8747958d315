package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an issuer writes a claim of its tokens: fixed text and segments, each of which says something
 * of the token's holder.
 *
 * @param written as in the tables: {@code repo:<owner:tenant:name>/<repository:project:name>}
 * @param pieces in order; no two neighbours are both text or both segments without text between
 */
public record TokenForm(String written, List<Piece> pieces) {

  /** What a segment names; whoever controls it controls everything of a lower level. */
  public enum Level {
    /** The issuer's customer. */
    TENANT,
    /** A repository, workspace, pipeline or service account of a customer. */
    PROJECT,
    /** A branch or tag. */
    REF,
    /** A deployment environment. */
    ENVIRONMENT,
    /** What began the run, or a phase of it. */
    EVENT,
    /** A person. */
    USER,
    /** Another for each run, so that no policy can ask for it. */
    RUN,
    /** As the customer likes. */
    FREE
  }

  /** Which letters a segment may have. */
  public enum Letters {
    /** Letters, digits, hyphens, underscores, dots. */
    NAME("-_.", false),
    /** Digits; given out once. */
    NUMBER("", true),
    /** Letters, digits and hyphens; given out once. */
    UUID("-", true),
    /** Names parted by slashes. */
    PATH("-_./", false),
    /** An address; one place has it. */
    URL("-_./:", true),
    /** Anything without a colon. */
    TEXT("-_./@ %+", false),
    /** Anything. */
    REST("-_./@ %+:", false);

    private final String also;
    private final boolean unique;

    Letters(String also, boolean unique) {
      this.also = also;
      this.unique = unique;
    }

    /** Whether the letter may be in it; of letters beyond ASCII none is known to be. */
    public boolean admit(char c) {
      boolean digit = c >= '0' && c <= '9';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      return digit || (letter && this != NUMBER) || also.indexOf(c) >= 0;
    }

    /** Whether a value is given out once, so that it alone tells whose it is. */
    public boolean isUnique() {
      return unique;
    }
  }

  /** Text or a segment. */
  public record Piece(String text, Optional<Segment> segment) {}

  /**
   * A part of at least one letter.
   *
   * @param example a value that people know when they see it, where the letters do not make one
   */
  public record Segment(String name, Level level, Letters letters, Optional<String> example) {

    /** Whether it tells one customer from another. */
    public boolean tellsTenant() {
      return level == Level.TENANT
          || level == Level.USER
          || level == Level.PROJECT && letters.isUnique();
    }
  }

  public TokenForm {
    pieces = List.copyOf(pieces);
  }

  /** Reads a form; a fault in it is a bug of the tool. */
  public static TokenForm of(String written) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < written.length()) {
      int open = written.indexOf('<', at);
      int textEnd = open < 0 ? written.length() : open;
      if (textEnd > at) {
        pieces.add(new Piece(written.substring(at, textEnd), Optional.empty()));
      }
      int close = open < 0 ? written.length() : written.indexOf('>', open);
      if (open >= 0) {
        pieces.add(new Piece("", Optional.of(segment(written.substring(open + 1, close)))));
      }
      at = open < 0 ? close : close + 1;
    }
    return new TokenForm(written, pieces);
  }

  /** The form without what stands in brackets, and with it; itself if nothing does. */
  static List<TokenForm> bothOf(String written) {
    int open = written.indexOf('[');
    if (open < 0) {
      return List.of(of(written));
    }
    int close = written.indexOf(']', open);
    String before = written.substring(0, open);
    String behind = written.substring(close + 1);
    return List.of(of(before + behind), of(before + written.substring(open + 1, close) + behind));
  }

  private static Segment segment(String written) {
    List<String> parts = Table.split(written, ':');
    Optional<String> example =
        parts.size() > 3
            ? Optional.of(String.join(":", parts.subList(3, parts.size())))
            : Optional.empty();
    return new Segment(
        parts.get(0),
        Table.constant(Level.class, parts.get(1)),
        Table.constant(Letters.class, parts.get(2)),
        example);
  }

  /** By what is written, from which the pieces are read. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TokenForm form && written.equals(form.written);
  }

  @Override
  public int hashCode() {
    return written.hashCode();
  }

  /** The segments, in order. */
  public List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    pieces.forEach(piece -> piece.segment().ifPresent(segments::add));
    return segments;
  }

  /** Whether a segment is of this level. */
  public boolean has(Level level) {
    return segments().stream().anyMatch(segment -> segment.level() == level);
  }
}
