package io.rolewright.reason.strings;

import java.util.BitSet;
import java.util.Optional;

/**
 * The actions there may ever be: {@code service:name}, both of one or more letters of an alphabet.
 * AWS's is {@link #OF_AWS}; tests take smaller ones, of which they can try all actions.
 */
final class Actions {

  /** Lower case; names have hyphens too. The most readable first. */
  static final Actions OF_AWS = new Actions("xyzabcdefghijklmnopqrstuvw0123456789-");

  private final String alphabet;
  private final BitSet letters = new BitSet();

  Actions(String alphabet) {
    this.alphabet = alphabet;
    alphabet.chars().forEach(letters::set);
  }

  /** How much of an action a text is. */
  enum Phase {
    /** Nothing yet. */
    START,
    /** Some of the service. */
    SERVICE,
    /** Service and colon. */
    COLON,
    /** An action. */
    NAME;

    /** The phase after a letter other than the colon. */
    Phase afterLetter() {
      return this == START ? SERVICE : this == COLON ? NAME : this;
    }
  }

  boolean isLetter(char c) {
    return letters.get(c);
  }

  boolean isAction(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (i != colon && !isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The first letter, most readable first, that is not among {@code letters}; -1 if none is. */
  int other(char[] letters) {
    for (int i = 0; i < alphabet.length(); i++) {
      if (indexOf(letters, alphabet.charAt(i)) < 0) {
        return alphabet.charAt(i);
      }
    }
    return -1;
  }

  private static int indexOf(char[] letters, char c) {
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] == c) {
        return i;
      }
    }
    return -1;
  }

  /** A pattern that fits the same actions and asks for no case; nothing if it fits none. */
  Optional<Pattern> within(Pattern pattern) {
    Pattern.Builder lower = new Pattern.Builder();
    int colons = 0;
    for (int token : pattern.tokens()) {
      char letter = Token.letter(token);
      if (Token.isLetter(token) && letter == ':') {
        colons++;
      } else if (Token.isLetter(token) && !isLetter(letter)) {
        return Optional.empty();
      }
      lower.add(Token.isLetter(token) ? letter : token);
    }
    return colons > 1 ? Optional.empty() : Optional.of(lower.build());
  }
}
