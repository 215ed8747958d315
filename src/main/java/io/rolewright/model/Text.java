package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A string of a policy, taken apart once: literal text, wildcards, policy variables, and pieces
 * that a template leaves unknown, in written order. Adjacent literals are one part; the empty
 * string has no parts.
 *
 * <p>The same text means different things in different elements: {@code *} is a wildcard in an
 * action and a character under {@code StringEquals}. Text only says what was written.
 */
public record Text(Origin origin, List<TextPart> parts) {

  public Text {
    parts = List.copyOf(parts);
  }

  /** Text that stands for itself. */
  public static Text literal(Origin origin, String value) {
    return new Text(
        origin, value.isEmpty() ? List.of() : List.<TextPart>of(new TextPart.Literal(value)));
  }

  /** Text in plain characters, of which {@code *} and {@code ?} are wildcards. */
  public static Text pattern(Origin origin, String value) {
    List<TextPart> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '*' || c == '?') {
        addLiteral(parts, value.substring(start, i));
        parts.add(c == '*' ? new TextPart.AnyRun() : new TextPart.AnyOne());
        start = i + 1;
      }
    }
    addLiteral(parts, value.substring(start));
    return new Text(origin, parts);
  }

  /**
   * The exact string, where wildcards and variables count as the characters they are written with.
   * Empty where a piece is unknown.
   */
  public Optional<String> plain() {
    if (hasUnknown()) {
      return Optional.empty();
    }
    return Optional.of(shown());
  }

  /** The text as a person reads it, unknown pieces in angle brackets. */
  public String shown() {
    if (parts.size() == 1) {
      return parts.get(0).shown();
    }
    StringBuilder shown = new StringBuilder();
    for (TextPart part : parts) {
      shown.append(part.shown());
    }
    return shown.toString();
  }

  /** Whether some piece is not known: an unknown, or the unnamed own account. */
  public boolean hasUnknown() {
    for (TextPart part : parts) {
      if (part instanceof TextPart.Unknown || part instanceof TextPart.OwnAccount) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is the number of the own account and nothing else. */
  public boolean isOwnAccount() {
    return parts.size() == 1 && parts.get(0) instanceof TextPart.OwnAccount;
  }

  /** The unknown pieces by name, in written order. */
  public List<TextPart.Unknown> unknowns() {
    return parts.stream()
        .filter(TextPart.Unknown.class::isInstance)
        .map(TextPart.Unknown.class::cast)
        .toList();
  }

  /** The policy variables, in written order. */
  public List<TextPart.Variable> variables() {
    return parts.stream()
        .filter(TextPart.Variable.class::isInstance)
        .map(TextPart.Variable.class::cast)
        .toList();
  }

  /** Whether a {@code *} or {@code ?} was written, other than as an escape. */
  public boolean hasWildcard() {
    return parts.stream()
        .anyMatch(p -> p instanceof TextPart.AnyRun || p instanceof TextPart.AnyOne);
  }

  /** Whether this is {@code *}, or several of them: it matches every string. */
  public boolean isStar() {
    return !parts.isEmpty() && parts.stream().allMatch(TextPart.AnyRun.class::isInstance);
  }

  /**
   * The pieces between separators, at most {@code limit}; the last keeps further separators. Only
   * literal text is cut: an unknown piece may hold separators that nobody can see.
   */
  public List<Text> split(char separator, int limit) {
    List<Text> pieces = new ArrayList<>();
    List<TextPart> piece = new ArrayList<>();
    for (TextPart part : parts) {
      if (!(part instanceof TextPart.Literal literal)) {
        piece.add(part);
        continue;
      }
      String rest = literal.value();
      int cut;
      while (pieces.size() < limit - 1 && (cut = rest.indexOf(separator)) >= 0) {
        addLiteral(piece, rest.substring(0, cut));
        pieces.add(new Text(origin, piece));
        piece.clear();
        rest = rest.substring(cut + 1);
      }
      addLiteral(piece, rest);
    }
    pieces.add(new Text(origin, piece));
    return pieces;
  }

  /** This text without a literal prefix, if it begins with it. */
  public Optional<Text> after(String prefix) {
    if (parts.isEmpty()
        || !(parts.get(0) instanceof TextPart.Literal first)
        || !first.value().startsWith(prefix)) {
      return Optional.empty();
    }
    List<TextPart> rest = new ArrayList<>();
    addLiteral(rest, first.value().substring(prefix.length()));
    rest.addAll(parts.subList(1, parts.size()));
    return Optional.of(new Text(origin, rest));
  }

  private static void addLiteral(List<TextPart> parts, String value) {
    if (!value.isEmpty()) {
      parts.add(new TextPart.Literal(value));
    }
  }

  /** Whether this is written exactly so. */
  public boolean is(String value) {
    return plain().filter(value::equals).isPresent();
  }

  @Override
  public String toString() {
    return shown();
  }
}
