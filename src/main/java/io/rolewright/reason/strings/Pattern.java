package io.rolewright.reason.strings;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A text with wildcards: {@code *} is any run of letters, {@code ?} any one letter, and of both
 * there are variants that take no colon, for the parts of an ARN. Letters may be asked for in any
 * case ({@link #ignoringCase()}; lower case is taken letter by letter, which differs from {@code
 * String.toLowerCase} for U+0130, a final capital sigma and capitals outside the basic plane).
 *
 * <p>Equal when written alike, after neighbouring wildcards are put in one order ({@code **} is
 * {@code *}, {@code *?} is {@code ?*}). A letter is a UTF-16 unit.
 */
public final class Pattern implements Comparable<Pattern> {

  private final int[] tokens;
  private final int hash;

  private Pattern(int[] tokens) {
    this.tokens = tokens;
    this.hash = Arrays.hashCode(tokens);
  }

  /** Just this text; {@code *} and {@code ?} are letters. */
  public static Pattern literal(String text) {
    return new Builder().characters(text).build();
  }

  /** As written in a policy: {@code *} and {@code ?} are wildcards. */
  public static Pattern glob(String written) {
    Builder pattern = new Builder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '*') {
        pattern.run();
      } else if (c == '?') {
        pattern.one();
      } else {
        pattern.character(c);
      }
    }
    return pattern.build();
  }

  /** A part of another pattern's tokens. */
  static Pattern ofTokens(int[] tokens) {
    return new Pattern(tokens);
  }

  /** Puts a pattern together, piece by piece. */
  public static final class Builder {

    private int[] tokens = new int[16];
    private int length;

    /** Text as it stands. */
    public Builder characters(String text) {
      for (int i = 0; i < text.length(); i++) {
        character(text.charAt(i));
      }
      return this;
    }

    /** One letter as it stands. */
    public Builder character(char c) {
      return add(c);
    }

    /** Any run of letters, also none. */
    public Builder run() {
      return add(Token.RUN);
    }

    /** Any one letter. */
    public Builder one() {
      return add(Token.ONE);
    }

    /** Any run of letters other than the colon, also none. */
    public Builder runWithoutColon() {
      return add(Token.RUN_WITHOUT_COLON);
    }

    /** Any one letter other than the colon. */
    public Builder oneWithoutColon() {
      return add(Token.ONE_WITHOUT_COLON);
    }

    Builder add(int token) {
      if (length == tokens.length) {
        tokens = Arrays.copyOf(tokens, 2 * length);
      }
      int at = length++;
      tokens[at] = token;
      settle(at);
      return this;
    }

    /** Moves runs behind single wildcards and joins neighbouring runs. */
    private void settle(int last) {
      int at = last;
      while (at > 0 && Token.isRun(tokens[at - 1]) && mayPass(tokens[at - 1], tokens[at])) {
        int run = tokens[at - 1];
        tokens[at - 1] = tokens[at];
        tokens[at] = run;
        at--;
      }
      while (length > 1 && Token.isRun(tokens[length - 1]) && Token.isRun(tokens[length - 2])) {
        length--;
        tokens[length - 1] = Math.max(tokens[length - 1], tokens[length]);
      }
    }

    private static boolean mayPass(int run, int single) {
      return run == Token.RUN && single == Token.ONE
          || run == Token.RUN_WITHOUT_COLON && single == Token.ONE_WITHOUT_COLON;
    }

    /** The pattern so far. */
    public Pattern build() {
      return new Pattern(Arrays.copyOf(tokens, length));
    }
  }

  /** The same, with every letter taken in any case. */
  public Pattern ignoringCase() {
    int[] folded = tokens.clone();
    for (int i = 0; i < folded.length; i++) {
      if (Token.isLetter(folded[i]) && !Token.isAnyCase(folded[i])) {
        folded[i] = Token.anyCase(Token.letter(folded[i]));
      }
    }
    return new Pattern(folded);
  }

  /** Whether all of {@code text} fits. Time: the product of both lengths. */
  public boolean matches(String text) {
    boolean[] reached = new boolean[tokens.length + 1];
    reached[0] = true;
    passRuns(reached);
    for (int i = 0; i < text.length(); i++) {
      take(reached, text.charAt(i));
      passRuns(reached);
    }
    return reached[tokens.length];
  }

  private void passRuns(boolean[] reached) {
    for (int i = 0; i < tokens.length; i++) {
      reached[i + 1] |= reached[i] && Token.isRun(tokens[i]);
    }
  }

  /** A place before a run stays reached while the run takes letters. */
  private void take(boolean[] reached, char c) {
    for (int i = tokens.length; i >= 0; i--) {
      boolean stays = i < tokens.length && reached[i] && runTakes(tokens[i], c);
      boolean comes =
          i > 0 && reached[i - 1] && !Token.isRun(tokens[i - 1]) && Token.takes(tokens[i - 1], c);
      reached[i] = stays || comes;
    }
  }

  private static boolean runTakes(int token, char c) {
    return token == Token.RUN || token == Token.RUN_WITHOUT_COLON && c != ':';
  }

  /** Whether it is one text: no wildcards, and no letter that may be in another case. */
  public boolean isLiteral() {
    for (int token : tokens) {
      if (!Token.isLetter(token) || Token.isAnyCase(token)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it takes some letter in any case. */
  boolean hasLettersInAnyCase() {
    return Arrays.stream(tokens).anyMatch(Token::isAnyCase);
  }

  /** Adds every letter it waits for, in every case in which it takes it. */
  void addLetters(BitSet letters) {
    for (int token : tokens) {
      if (Token.isLetter(token)) {
        for (char letter : Letters.originals(token)) {
          letters.set(letter);
        }
      }
    }
  }

  /** Whether it has no wildcards other than {@code *}. */
  boolean hasOnlyRuns() {
    for (int token : tokens) {
      if (!Token.isLetter(token) && token != Token.RUN) {
        return false;
      }
    }
    return true;
  }

  /** Whether it takes every letter in any case. */
  boolean foldsAll() {
    for (int token : tokens) {
      if (Token.isLetter(token)
          && !Token.isAnyCase(token)
          && Token.anyCase(Token.letter(token)) != token) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is {@code *}. */
  public boolean isUniversal() {
    return tokens.length == 1 && tokens[0] == Token.RUN;
  }

  /** Takes the pieces of a pattern, in order. */
  public interface Reader {

    /** One of these letters, ascending; several only where any case will do. */
    void letter(char... oneOf);

    /** Any run of letters, also none; without colons if so said. */
    void run(boolean withoutColon);

    /** Any one letter, or any but the colon. */
    void one(boolean withoutColon);
  }

  /** Tells the reader every piece. */
  public void readBy(Reader reader) {
    for (int token : tokens) {
      if (Token.isLetter(token)) {
        reader.letter(Letters.originals(token));
      } else if (Token.isRun(token)) {
        reader.run(token == Token.RUN_WITHOUT_COLON);
      } else {
        reader.one(token == Token.ONE_WITHOUT_COLON);
      }
    }
  }

  /** The tokens, not to be changed. */
  int[] tokens() {
    return tokens;
  }

  /** By tokens, wildcards first: any fixed order does. */
  @Override
  public int compareTo(Pattern other) {
    return Arrays.compare(tokens, other.tokens);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Pattern pattern
            && hash == pattern.hash
            && Arrays.equals(tokens, pattern.tokens);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** As written in a policy; wildcards that take no colon look like the others. */
  @Override
  public String toString() {
    StringBuilder written = new StringBuilder(tokens.length);
    for (int token : tokens) {
      written.append(Token.isLetter(token) ? Token.letter(token) : Token.isRun(token) ? '*' : '?');
    }
    return written.toString();
  }
}
