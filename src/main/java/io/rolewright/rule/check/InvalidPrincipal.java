package io.rolewright.rule.check;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.trust.Partitions;
import io.rolewright.rule.trust.PrincipalFaults;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * TP004: principals that no trust policy can have, or that can never be anybody (R1.10 to R1.13).
 */
public final class InvalidPrincipal implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    role.trust()
        .ifPresent(
            trust -> {
              Optional<Partitions> partitions = Partitions.of(role, trust.statements());
              trust.statements().forEach(s -> check(s, role, partitions, findings));
            });
  }

  private static void check(
      Statement statement, Role role, Optional<Partitions> partitions, Findings findings) {
    Set<String> unknownTypes = new HashSet<>();
    for (PrincipalPattern pattern : statement.principal().patterns()) {
      Optional<String> fault = PrincipalFaults.of(pattern).or(() -> foreign(pattern, role));
      if (fault.isPresent()) {
        boolean told =
            pattern instanceof PrincipalPattern.Malformed malformed
                && PrincipalFaults.isOfUnknownType(malformed)
                && !unknownTypes.add(malformed.type());
        if (!told) {
          findings.shape(Severity.ERROR, pattern.origin(), fault.get());
        }
      } else {
        partitions.ifPresent(known -> partition(known, pattern, findings));
      }
    }
  }

  private static void partition(Partitions known, PrincipalPattern pattern, Findings findings) {
    Partitions.partitionOf(pattern)
        .filter(p -> !p.equals(known.expected()))
        .ifPresent(
            p ->
                findings.shape(
                    Severity.ERROR,
                    pattern.origin(),
                    "`"
                        + pattern.shown()
                        + "` is of partition `"
                        + p
                        + "`, the role of `"
                        + known.expected()
                        + "`; roles are not assumed across partitions",
                    new Finding.Related(known.shownBy(), "shows partition " + known.expected())));
  }

  /** An identity provider can only be used by the roles of its own account. */
  private static Optional<String> foreign(PrincipalPattern pattern, Role role) {
    if (!(pattern instanceof PrincipalPattern.Federated federated)) {
      return Optional.empty();
    }
    Optional<String> provider = federated.account().flatMap(account -> account.plain());
    Optional<String> own = role.account();
    if (provider.isEmpty() || own.isEmpty() || provider.equals(own)) {
      return Optional.empty();
    }
    return Optional.of(
        "the identity provider is of account `"
            + provider.get()
            + "`, the role of `"
            + own.get()
            + "`; a role trusts only providers of its own account");
  }
}
