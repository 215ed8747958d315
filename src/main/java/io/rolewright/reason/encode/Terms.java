package io.rolewright.reason.encode;

import io.rolewright.model.TextPart;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formulas;

/**
 * What the policies of one owner speak about.
 *
 * @param formulas makes all formulas of a question
 * @param keys the forms of condition keys
 * @param owner the number of the account that owns the policies: what {@link TextPart.OwnAccount}
 *     stands for
 */
public record Terms(Formulas formulas, KeyForms keys, String owner) {

  /** The action, in lower case. */
  public static final Field ACTION = Field.text("action");

  /** The resource's ARN, or {@code *}. */
  public static final Field RESOURCE = Field.text("resource");

  /** What a template leaves open: a text that is always there and the same for all policies. */
  public static Field unknown(TextPart.Unknown piece) {
    return Field.text("<" + piece.name() + ">");
  }
}
