package io.rolewright.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * A class of an issuer's tokens.
 *
 * @param form how their subject is written
 * @param kind {@code branch}, {@code tag}, {@code environment}, {@code pull_request} and so on;
 *     {@link #CUSTOM} where the customer has the issuer put other claims into the subject
 * @param with what other claims of such tokens are; nothing where a claim is missing
 * @param source where this was read; {@code unverified} where it was not
 */
public record SubjectForm(
    TokenForm form, String kind, Map<String, Optional<TokenForm>> with, String source) {

  /** Subjects that customers put together, or of a class that is not told apart. */
  public static final String CUSTOM = "custom";

  public SubjectForm {
    with = Map.copyOf(with);
  }

  /** Whether the subject is as the issuer makes it unless told otherwise. */
  public boolean isUsual() {
    return !kind.equals(CUSTOM);
  }
}
