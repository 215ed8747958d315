package io.rolewright.rule.check;

import io.rolewright.catalog.ServicePrincipal;
import io.rolewright.catalog.ServicePrincipals;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.Actor;
import io.rolewright.reason.Actors;
import io.rolewright.reason.Witness;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.trust.Adversaries;
import io.rolewright.rule.trust.Plainly;
import io.rolewright.rule.trust.Trust;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** SV001: a service can be led to assume the role for a stranger. */
public final class ConfusedDeputyUnguarded implements Checker {

  /** Services whose calls are bound in other ways, with rules of their own. */
  private static final Set<String> OTHERS =
      Set.of("pods.eks.amazonaws.com", "rolesanywhere.amazonaws.com");

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(trust -> trust.allows().forEach(allow -> check(trust, role, allow, findings)));
  }

  private static void check(Trust trust, Role role, Statement allow, Findings findings) {
    for (PrincipalPattern pattern : allow.principal().patterns()) {
      Optional<String> service = Adversaries.service(pattern);
      Optional<Severity> severity = service.flatMap(ConfusedDeputyUnguarded::severity);
      if (severity.isPresent()) {
        Actor deputy = Actors.confusedService(service.get());
        trust
            .reach(allow, deputy)
            .filter(witness -> trust.reachWith(allow, Plainly.of(allow), deputy).isPresent())
            .ifPresent(
                witness -> {
                  boolean likely = witness.isCertain() || trust.isLikely(allow, deputy);
                  Severity grave = likely ? severity.get() : Severity.LOW;
                  report(role, pattern, grave, witness, findings);
                });
      }
    }
  }

  private static void report(
      Role role, PrincipalPattern pattern, Severity severity, Witness witness, Findings findings) {
    findings.witnessed(
        severity,
        pattern.origin(),
        "`"
            + pattern.shown()
            + "` can assume `"
            + role.name().shown()
            + "` on behalf of "
            + source(witness),
        witness);
  }

  private static String source(Witness witness) {
    return Stream.of("aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID")
        .flatMap(key -> witness.request().context().get(key).stream())
        .findFirst()
        .map(foreign -> "anybody, for example of `" + foreign + "`")
        .orElse("any account: nothing ties its calls to the role's owner");
  }

  /**
   * How grave an unguarded trust in a service is; nothing for services that run the customer's own
   * code, and for those of which it is not known that they send the keys a guard needs (R5.14).
   */
  public static Optional<Severity> severity(String service) {
    return ServicePrincipals.shipped()
        .lookup(service)
        .filter(known -> known.kind() == ServicePrincipal.Kind.SERVICE)
        .filter(known -> !OTHERS.contains(known.name()))
        .flatMap(ConfusedDeputyUnguarded::severity);
  }

  private static Optional<Severity> severity(ServicePrincipal service) {
    return switch (service.sourceKeys()) {
      case DOCUMENTED -> Optional.of(Severity.HIGH);
      case SAMPLE -> Optional.of(Severity.MEDIUM);
      case COMMUNITY, NOT_SENT, UNKNOWN -> Optional.empty();
    };
  }
}
