package io.rolewright.reason;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Text;

/** The text with which a principal was written. */
public final class PrincipalTexts {

  private PrincipalTexts() {}

  public static Text of(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Text.literal(everyone.origin(), "*"),
            PrincipalPattern.Account::written,
            PrincipalPattern.Identity::written,
            PrincipalPattern.Session::written,
            PrincipalPattern.FederatedUser::written,
            PrincipalPattern.Service::name,
            PrincipalPattern.Federated::written,
            PrincipalPattern.CanonicalUser::id,
            id -> Text.literal(id.origin(), id.id()),
            PrincipalPattern.Unresolved::text,
            PrincipalPattern.Malformed::text));
  }
}
