package io.rolewright.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the catalogue knows of a condition key's name. */
public sealed interface KeyLookup {

  <R> R match(
      Function<Known, R> known,
      Function<PlausibleOidc, R> plausibleOidc,
      Function<Unknown, R> unknown);

  /** The key with its type, unless it is unknown. */
  default Optional<ConditionKey> key() {
    return match(k -> Optional.of(k.found()), o -> Optional.of(o.found()), u -> Optional.empty());
  }

  /**
   * AWS documents the key, for all requests or for some service.
   *
   * @param found under AWS's name, with its template where it has variable parts
   */
  record Known(ConditionKey found) implements KeyLookup {
    @Override
    public <R> R match(
        Function<Known, R> known,
        Function<PlausibleOidc, R> plausibleOidc,
        Function<Unknown, R> unknown) {
      return known.apply(this);
    }
  }

  /**
   * A claim that IAM exposes for every OIDC provider, of an issuer that is not AWS's to know, such
   * as {@code login.example.com/tenant:sub} (R5.13).
   *
   * @param found under the name as asked
   * @param issuer in lower case, as the name has it before the colon
   * @param claim {@code aud}, {@code sub} or {@code amr}
   */
  record PlausibleOidc(ConditionKey found, String issuer, String claim) implements KeyLookup {
    @Override
    public <R> R match(
        Function<Known, R> known,
        Function<PlausibleOidc, R> plausibleOidc,
        Function<Unknown, R> unknown) {
      return plausibleOidc.apply(this);
    }
  }

  /**
   * No AWS request carries such a key, as far as the catalogue's date.
   *
   * @param suggestions names that may have been meant, best first; often none
   */
  record Unknown(List<String> suggestions) implements KeyLookup {
    public Unknown {
      suggestions = List.copyOf(suggestions);
    }

    @Override
    public <R> R match(
        Function<Known, R> known,
        Function<PlausibleOidc, R> plausibleOidc,
        Function<Unknown, R> unknown) {
      return unknown.apply(this);
    }
  }
}
