package io.rolewright.rule.lang;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The account that owns a role, told from the identity providers that its trust policy names: a
 * provider lets nobody into roles of other accounts (R2.15).
 */
final class ProviderAccount {

  private ProviderAccount() {}

  /** The account's number, if the policy names providers of one account and no more. */
  static Optional<String> of(PolicyDocument trust) {
    Set<String> accounts = new TreeSet<>();
    for (Statement statement : trust.statements()) {
      for (PrincipalPattern principal : statement.principal().patterns()) {
        if (principal instanceof PrincipalPattern.Federated federated) {
          federated.account().flatMap(Text::plain).ifPresent(accounts::add);
        }
      }
    }
    return accounts.size() == 1 ? Optional.of(accounts.iterator().next()) : Optional.empty();
  }
}
