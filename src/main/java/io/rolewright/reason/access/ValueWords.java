package io.rolewright.reason.access;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The right side of a test in words: what is compared with, and the verb that fits.
 *
 * @param values as a reader would write them
 * @param wild whether wildcards are among them
 * @param anyCase whether letters are taken in any case
 */
record ValueWords(List<String> values, boolean wild, boolean anyCase) {

  /** More are counted, not shown. */
  private static final int MOST = 20;

  static ValueWords of(Language language) {
    List<String> values = new ArrayList<>();
    boolean wild = false;
    boolean anyCase = !language.patterns().isEmpty();
    for (Pattern pattern : language.patterns()) {
      String text = pattern.toString();
      values.add(quoted(text));
      wild |= !Pattern.literal(text).ignoringCase().equals(pattern.ignoringCase());
      anyCase &= pattern.equals(pattern.ignoringCase()) && hasLetters(text);
    }
    return new ValueWords(values.stream().sorted().toList(), wild, anyCase);
  }

  static ValueWords of(List<Template> templates, Spelling spelling) {
    List<String> values = new ArrayList<>();
    boolean wild = false;
    boolean anyCase = !templates.isEmpty();
    for (Template template : templates) {
      StringBuilder text = new StringBuilder();
      for (Piece piece : template.pieces()) {
        text.append(text(piece, spelling));
        wild |= piece instanceof Piece.Wildcard;
      }
      values.add(quoted(text.toString()));
      anyCase &= template.ignoringCase();
    }
    return new ValueWords(values.stream().sorted().toList(), wild, anyCase);
  }

  private static String text(Piece piece, Spelling spelling) {
    if (piece instanceof Piece.Letters letters) {
      return letters.text();
    }
    if (piece instanceof Piece.Hole hole) {
      if (isUnknown(hole.field())) {
        return hole.field().name();
      }
      String otherwise = hole.otherwise().map(other -> ", '" + other + "'").orElse("");
      return "${" + spelling.key(hole.field().name()) + otherwise + "}";
    }
    boolean one = piece == Piece.Wildcard.ONE || piece == Piece.Wildcard.ONE_WITHOUT_COLON;
    return one ? "?" : "*";
  }

  /** Whether it stands for a piece of a template that is not known; its name says which. */
  private static boolean isUnknown(Field field) {
    return field.name().startsWith("<");
  }

  private static boolean hasLetters(String text) {
    return !text.toLowerCase(Locale.ROOT).equals(text.toUpperCase(Locale.ROOT));
  }

  private static String quoted(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c <= ' ' || c == ',');
    return plain ? text : "`" + text + "`";
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}; a remark where the case does not count. */
  String any() {
    return listed(values, "or") + (anyCase ? " in any case" : "");
  }

  /** What a thing is if it passes the test. */
  String is() {
    return (wild ? "matches " : "is ") + any();
  }

  /** What a thing is not, if it is there and does not pass. */
  String isNot() {
    return (wild ? "does not match " : "is not ") + any();
  }

  static String listed(List<String> values, String last) {
    int shown = values.size() > MOST + 1 ? MOST : values.size() - 1;
    if (values.size() < 2) {
      return String.join("", values);
    }
    String end =
        shown < MOST || values.size() == MOST + 1
            ? values.get(shown)
            : values.size() - shown + " more";
    return String.join(", ", values.subList(0, shown)) + " " + last + " " + end;
  }

  /** Whether the test is of a truth value and only this one passes. */
  static boolean isJust(Language language, boolean value) {
    return language.matches(String.valueOf(value)) && !language.matches(String.valueOf(!value));
  }

  /** A field as a policy would name it. */
  static String name(Field field, Spelling spelling) {
    return switch (field.name()) {
      case "action" -> "the action";
      case "resource" -> "the resource";
      case "caller.account" -> "the caller's account";
      case "caller.name" -> "the caller's name";
      case "caller.path" -> "the caller's path";
      case "caller.session" -> "the caller's session name";
      case "caller.issuer" -> "the name of the user behind the session";
      case "caller.principal" -> "the service or identity provider";
      default -> spelling.key(field.name());
    };
  }
}
