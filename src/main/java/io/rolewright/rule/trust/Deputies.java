package io.rolewright.rule.trust;

import io.rolewright.catalog.ServicePrincipal;
import io.rolewright.catalog.ServicePrincipals;
import io.rolewright.reason.actor.TaggedServices;
import io.rolewright.rule.Severity;
import java.util.Optional;
import java.util.Set;

/** Which services can be led to use a role for a stranger, and could say for whom they do. */
public final class Deputies {

  /** Services whose calls are bound in other ways, with rules of their own. */
  private static final Set<String> OTHERS =
      Set.of(TaggedServices.PODS, TaggedServices.ROLES_ANYWHERE);

  private Deputies() {}

  /**
   * How grave an unguarded trust in a service is; nothing for services that run the customer's own
   * code, and for those of which it is not known that they send the keys a guard needs (R5.14).
   */
  public static Optional<Severity> severity(String service) {
    return ServicePrincipals.shipped()
        .lookup(service)
        .filter(known -> known.kind() == ServicePrincipal.Kind.SERVICE)
        .filter(known -> !OTHERS.contains(known.name()))
        .flatMap(Deputies::severity);
  }

  /**
   * How grave it is that a test of the source lets a service act for strangers; empty for one that
   * sends no source. Where nobody knows whether it does, whoever wrote the test counts on it.
   */
  public static Optional<Severity> severityOfVoidGuard(String service) {
    return ServicePrincipals.shipped()
        .lookup(service)
        .filter(known -> known.kind() == ServicePrincipal.Kind.SERVICE)
        .filter(known -> !OTHERS.contains(known.name()))
        .filter(known -> known.sourceKeys() != ServicePrincipal.SourceKeys.NOT_SENT)
        .map(known -> severity(known).orElse(Severity.HIGH));
  }

  private static Optional<Severity> severity(ServicePrincipal service) {
    return switch (service.sourceKeys()) {
      case DOCUMENTED -> Optional.of(Severity.HIGH);
      case SAMPLE -> Optional.of(Severity.MEDIUM);
      case COMMUNITY, NOT_SENT, UNKNOWN -> Optional.empty();
    };
  }
}
