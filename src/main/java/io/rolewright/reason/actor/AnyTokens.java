package io.rolewright.reason.actor;

import io.rolewright.catalog.TokenForm;
import io.rolewright.reason.formula.Formula;
import java.util.List;

/** All tokens of a provider. */
record AnyTokens(Tokens tokens) implements TokenSort {

  @Override
  public Formula of(Key key, String claim) {
    return key.only(Tokens.shapes(forms(claim)));
  }

  @Override
  public List<TokenForm> forms(String claim) {
    return tokens.claims().forms(claim);
  }

  @Override
  public List<Unknown> unknown() {
    return List.of(segment -> false);
  }
}
