package io.rolewright.simulate;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Compares policy text with request text: wildcards, policy variables, unknown pieces.
 *
 * <p>A policy variable is replaced by the request's value as literal characters (R1.44, U16 option
 * A); one without a value makes the text match nothing (R1.47). An unknown piece may be any text:
 * the answer is then {@link Truth#UNKNOWN}, or {@link Truth#NO} where no text would do.
 */
final class Matching {

  /** One token of a pattern: text, {@code *}, {@code ?}, or an unknown run. */
  private record Token(Kind kind, String text) {
    enum Kind {
      TEXT,
      RUN,
      ONE,
      UNKNOWN
    }
  }

  /** The keys of several values that requests to STS and others have (R1.38). */
  private static final Set<String> MULTIVALUED =
      Set.of(
          "aws:tagkeys",
          "sts:transitivetagkeys",
          "aws:principalorgpaths",
          "aws:sourceorgpaths",
          "aws:resourceorgpaths",
          "aws:vpceorgpaths",
          "aws:calledvia",
          "aws:principalservicenameslist",
          "cognito-identity.amazonaws.com:amr",
          "sts:identitytokenaudience",
          "sts:requestcontextproviders");

  private final Context context;
  private final String ownAccount;

  /**
   * @param context gives the values of policy variables
   * @param ownAccount the number of the account that owns the policy
   */
  Matching(Context context, String ownAccount) {
    this.context = context;
    this.ownAccount = ownAccount;
  }

  /** Whether the whole of {@code value} is matched; {@code *} and {@code ?} are wildcards. */
  Truth glob(Text pattern, String value, boolean ignoreCase) {
    return misses(pattern, value, ignoreCase)
        ? Truth.NO
        : match(tokens(pattern, true), value, ignoreCase);
  }

  /** Whether {@code value} is the text; {@code *} and {@code ?} are characters. */
  Truth equal(Text text, String value, boolean ignoreCase) {
    return misses(text, value, ignoreCase)
        ? Truth.NO
        : match(tokens(text, false), value, ignoreCase);
  }

  /**
   * Whether the value begins or ends otherwise than the text does, so that nothing in between can
   * help. Most comparisons of a long list of values end here.
   */
  private static boolean misses(Text text, String value, boolean ignoreCase) {
    List<TextPart> parts = text.parts();
    if (ignoreCase || parts.isEmpty()) {
      return false;
    }
    return parts.get(0) instanceof TextPart.Literal first && !value.startsWith(first.value())
        || parts.get(parts.size() - 1) instanceof TextPart.Literal last
            && !value.endsWith(last.value());
  }

  /**
   * Whether an ARN is matched: both are cut at the first five colons and each piece is matched on
   * its own, so that no wildcard crosses a colon before the resource part (R1.32). A lone {@code *}
   * matches every ARN (U10 option A).
   */
  Truth arn(Text pattern, String value) {
    String[] pieces = value.split(":", 6);
    if (pattern.isStar()) {
      return Truth.of(pieces.length == 6);
    }
    List<Text> patterns = pattern.split(':', 6);
    if (patterns.size() != 6 || pieces.length != 6) {
      return pattern.hasUnknown() ? glob(pattern, value, false) : Truth.NO;
    }
    Truth all = Truth.YES;
    for (int i = 0; i < 6; i++) {
      all = all.and(glob(patterns.get(i), pieces[i], false));
    }
    return all;
  }

  private Optional<List<Token>> tokens(Text text, boolean wildcards) {
    List<Token> tokens = new ArrayList<>();
    for (TextPart part : text.parts()) {
      Optional<Token> token = token(part, wildcards);
      if (token.isEmpty()) {
        return Optional.empty();
      }
      tokens.add(token.get());
    }
    return Optional.of(tokens);
  }

  /** The token of a part; none where a variable has no value. */
  private Optional<Token> token(TextPart part, boolean wildcards) {
    return part.match(
        new TextPart.Cases<>(
            literal -> text(literal.value()),
            run -> wildcards ? Optional.of(new Token(Token.Kind.RUN, "")) : text("*"),
            one -> wildcards ? Optional.of(new Token(Token.Kind.ONE, "")) : text("?"),
            variable -> value(variable).flatMap(Matching::text),
            unknown -> Optional.of(new Token(Token.Kind.UNKNOWN, "")),
            own -> text(ownAccount)));
  }

  private static Optional<Token> text(String text) {
    return Optional.of(new Token(Token.Kind.TEXT, text));
  }

  /** R1.46 to R1.48: only a key of a single value can stand for a variable, else its default. */
  private Optional<String> value(TextPart.Variable variable) {
    if (MULTIVALUED.contains(variable.key().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    List<String> values = context.get(variable.key());
    if (values.size() == 1) {
      return Optional.of(values.get(0));
    }
    return values.isEmpty() ? variable.defaultValue() : Optional.empty();
  }

  private static Truth match(Optional<List<Token>> tokens, String value, boolean ignoreCase) {
    if (tokens.isEmpty()) {
      return Truth.NO;
    }
    String subject = ignoreCase ? value.toLowerCase(Locale.ROOT) : value;
    boolean[] reached = new boolean[subject.length() + 1];
    reached[0] = true;
    boolean open = false;
    for (Token token : tokens.get()) {
      open |= token.kind() == Token.Kind.UNKNOWN;
      step(token, subject, ignoreCase, reached);
    }
    if (!reached[subject.length()]) {
      return Truth.NO;
    }
    return open ? Truth.UNKNOWN : Truth.YES;
  }

  /** Moves the set of reachable offsets over one token; linear in the subject for each token. */
  private static void step(Token token, String subject, boolean ignoreCase, boolean[] reached) {
    switch (token.kind()) {
      case RUN, UNKNOWN -> {
        for (int i = 1; i < reached.length; i++) {
          reached[i] |= reached[i - 1];
        }
      }
      case ONE -> {
        for (int i = reached.length - 1; i > 0; i--) {
          reached[i] = reached[i - 1];
        }
        reached[0] = false;
      }
      case TEXT -> {
        String text = ignoreCase ? token.text().toLowerCase(Locale.ROOT) : token.text();
        for (int i = reached.length - 1; i >= 0; i--) {
          int from = i - text.length();
          reached[i] = from >= 0 && reached[from] && subject.startsWith(text, from);
        }
      }
    }
  }
}
