package io.rolewright.reason.actor;

import io.rolewright.catalog.TokenForm;
import io.rolewright.catalog.TokenForm.Segment;
import io.rolewright.reason.formula.Formula;
import java.util.List;
import java.util.function.Predicate;

/** Some of a provider's tokens. */
interface TokenSort {

  /** The segments of a form that are such as the policies do not know. */
  @FunctionalInterface
  interface Unknown extends Predicate<Segment> {}

  /**
   * What a claim that AWS has a key for can be; {@code sub} and {@code aud} are said to be there.
   */
  Formula of(Key key, String claim);

  /** The forms that a claim can have, the most usual first. */
  List<TokenForm> forms(String claim);

  /** What to make up when a token is shown, best first. */
  List<Unknown> unknown();
}
