package io.rolewright.rule.lang;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Formula;
import java.util.List;
import java.util.Optional;

/**
 * A word of the rule language: {@code word(a, b)}, which may also be written {@code a.word(b)}.
 *
 * @param name as rules write it
 * @param parameters the types of its arguments
 * @param result the type of what it gives
 * @param sentence what it means, for the reference
 * @param meaning what it gives for arguments
 * @param symbolic what it asks of requests that are still looked for; none if it asks nothing
 */
public record Word(
    String name,
    List<Type<?>> parameters,
    Type<?> result,
    String sentence,
    Meaning meaning,
    Optional<Symbolic> symbolic) {

  /** What a word gives for arguments. */
  @FunctionalInterface
  public interface Meaning {

    /**
     * A value of the result type, or an {@link Optional} of it. Booleans stand for truths, strings
     * for text, and integers for numbers.
     */
    Object of(Scope scope, Object[] arguments);
  }

  /**
   * What a word asks of a request: either a test or a text of it. Its arguments are those of the
   * word; in place of the request nothing stands.
   */
  public interface Symbolic {

    /** The policies that the question reads. */
    List<PolicyDocument> documents(Scope scope, Object[] arguments);

    /** What holds of requests for which the word holds. */
    Formula formula(Scope scope, Object[] arguments, Encoding encoding);

    /** The text of the request; only of words that give text. */
    default Term term(Object[] arguments) {
      throw new UnsupportedOperationException("no text");
    }
  }

  public Word {
    parameters = List.copyOf(parameters);
  }

  /** How it is written, with types. */
  public String signature() {
    StringBuilder signature = new StringBuilder(name).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      signature.append(i == 0 ? "" : ", ").append(parameters.get(i));
    }
    return signature.append(") → ").append(result).toString();
  }
}
