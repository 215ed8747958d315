package io.rolewright.parse.tree;

import io.rolewright.source.Origin;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A string, number, Boolean or null, as the text that was written: {@code 012345678901} and {@code
 * 2012-10-17} stay what they are, whatever a YAML loader would make of them.
 *
 * <p>Its {@link #characters()} tell where each character of the text stands in the file; they are
 * worked out on first use, since few scalars are asked.
 */
public final class ScalarNode implements Node {

  /**
   * What the syntax says the scalar is. An unquoted YAML scalar that looks like a number is one.
   */
  public enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
  }

  private final Origin origin;
  private final Optional<String> tag;
  private final Kind kind;
  private final String text;
  private Supplier<Characters> spelling;
  private Characters characters;

  private ScalarNode(
      Origin origin, Optional<String> tag, Kind kind, String text, Supplier<Characters> spelling) {
    this.origin = origin;
    this.tag = tag;
    this.kind = kind;
    this.text = text;
    this.spelling = spelling;
  }

  /**
   * A scalar read from a file; {@code spelling} must give characters whose text is {@code text}.
   */
  public static ScalarNode read(
      Origin origin, Optional<String> tag, Kind kind, String text, Supplier<Characters> spelling) {
    return new ScalarNode(origin, tag, kind, text, spelling);
  }

  /** A string that a template function gave, put together from characters of several places. */
  public static ScalarNode resolved(Origin origin, Characters characters) {
    return new ScalarNode(
        origin, Optional.empty(), Kind.STRING, characters.text(), () -> characters);
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public Optional<String> tag() {
    return tag;
  }

  public Kind kind() {
    return kind;
  }

  /** The text with escapes resolved; {@link Characters#HOLE} stands for an unresolved piece. */
  public String text() {
    return text;
  }

  /** The text with the place of each character. */
  public synchronized Characters characters() {
    if (characters == null) {
      characters = spelling.get();
      spelling = null;
    }
    return characters;
  }

  /** Whether a piece of the text is not known. */
  public boolean hasHoles() {
    return text.indexOf(Characters.HOLE) >= 0 && characters().hasHoles();
  }

  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /** Whether it serves as a string: YAML takes unquoted digits, as of an account, for a number. */
  public boolean isText() {
    return kind == Kind.STRING || kind == Kind.NUMBER;
  }

  /** What a Boolean says. */
  public Optional<Boolean> truth() {
    return kind == Kind.BOOLEAN ? Optional.of(text.equalsIgnoreCase("true")) : Optional.empty();
  }

  @Override
  public <R> R match(
      Function<ObjectNode, R> object,
      Function<ArrayNode, R> array,
      Function<ScalarNode, R> scalar) {
    return scalar.apply(this);
  }

  @Override
  public String toString() {
    return text;
  }
}
