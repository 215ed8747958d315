package io.rolewright.parse;

import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.Limits;
import java.util.Optional;

/**
 * What the caller says about the input.
 *
 * @param account the account that owns what is read, twelve digits
 * @param kind the kind of raw policies whose shape does not tell
 */
public record ReadOptions(Optional<String> account, Optional<PolicyKind> kind, Limits limits) {

  public static final ReadOptions DEFAULT =
      new ReadOptions(Optional.empty(), Optional.empty(), Limits.DEFAULT);
}
