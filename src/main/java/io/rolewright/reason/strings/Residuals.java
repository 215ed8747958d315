package io.rolewright.reason.strings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What is left of a pattern when a text is taken in pieces. A place in a pattern is the index of a
 * token; at a run one stays while the run takes letters, so that a run can be on both sides of a
 * cut.
 */
public final class Residuals {

  /**
   * A pattern cut in two.
   *
   * @param before what a first piece fits
   * @param after what the rest then fits
   */
  public record Halves(Pattern before, Pattern after) {}

  private final int[] tokens;

  private Residuals(Pattern pattern) {
    this.tokens = pattern.tokens();
  }

  /**
   * What the rest of a text fits that begins with {@code prefix} and fits {@code pattern}: a text
   * fits one of these exactly if it fits the pattern with {@code prefix} before it.
   */
  public static List<Pattern> after(Pattern pattern, String prefix) {
    Residuals of = new Residuals(pattern);
    BitSet places = of.taken(prefix, of.places(0));
    List<Pattern> rests = new ArrayList<>();
    places.stream().forEach(place -> rests.add(of.from(place)));
    return rests;
  }

  /**
   * What a first piece fits if {@code suffix} is all that follows: a text fits one of these exactly
   * if it fits the pattern with {@code suffix} behind it.
   */
  public static List<Pattern> before(Pattern pattern, String suffix) {
    Residuals of = new Residuals(pattern);
    List<Pattern> firsts = new ArrayList<>();
    for (int cut = 0; cut <= of.tokens.length; cut++) {
      if (of.isCut(cut) && of.taken(suffix, of.places(cut)).stream().anyMatch(of::isEnd)) {
        firsts.add(of.upTo(cut));
      }
    }
    return firsts;
  }

  /**
   * The ways to cut: a text in two pieces fits the pattern exactly if for one of these the first
   * piece fits what is before, the second what is after.
   */
  public static List<Halves> halves(Pattern pattern) {
    Residuals of = new Residuals(pattern);
    List<Halves> halves = new ArrayList<>();
    for (int cut = 0; cut <= of.tokens.length; cut++) {
      if (of.isCut(cut)) {
        halves.add(new Halves(of.upTo(cut), of.from(cut)));
      }
    }
    return halves;
  }

  /** Just behind a run is where one also is at the run, from where more can follow. */
  private boolean isCut(int place) {
    return place == 0 || !Token.isRun(tokens[place - 1]);
  }

  private boolean isEnd(int place) {
    return place == tokens.length || Token.isRun(tokens[place]) && place + 1 == tokens.length;
  }

  private Pattern from(int place) {
    return Pattern.ofTokens(Arrays.copyOfRange(tokens, place, tokens.length));
  }

  private Pattern upTo(int place) {
    boolean run = place < tokens.length && Token.isRun(tokens[place]);
    return Pattern.ofTokens(Arrays.copyOf(tokens, run ? place + 1 : place));
  }

  private static BitSet places(int place) {
    BitSet places = new BitSet();
    places.set(place);
    return places;
  }

  /** The places after some letters, without those that are just behind a run one may be at. */
  private BitSet taken(String letters, BitSet from) {
    BitSet places = from;
    for (int i = 0; i < letters.length() && !places.isEmpty(); i++) {
      char c = letters.charAt(i);
      BitSet next = new BitSet();
      places.stream().forEach(place -> take(place, c, next));
      places = next;
    }
    return places;
  }

  private void take(int place, char c, BitSet next) {
    if (place == tokens.length) {
      return;
    }
    if (!Token.isRun(tokens[place])) {
      if (Token.takes(tokens[place], c)) {
        next.set(place + 1);
      }
      return;
    }
    if (tokens[place] == Token.RUN || c != ':') {
      next.set(place);
    }
    take(place + 1, c, next);
  }
}
