package io.rolewright.reason.actor;

import io.rolewright.catalog.ServicePrincipal;
import io.rolewright.catalog.ServicePrincipal.SourceKeys;
import io.rolewright.catalog.ServicePrincipals;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.List;

/**
 * What the requests of a service can say, whoever it acts for. Of most keys nothing is known, so
 * that they are free; the source keys are absent where the service is known not to send them
 * (R5.14).
 */
final class ServiceKeys implements Say {

  private static final Language ACCOUNT = Language.of(List.of(Pattern.glob("????????????")));

  private final boolean sourceless;
  private final boolean tagged;

  ServiceKeys(String service) {
    this.sourceless =
        ServicePrincipals.shipped()
            .lookup(service)
            .map(ServicePrincipal::sourceKeys)
            .filter(SourceKeys.NOT_SENT::equals)
            .isPresent();
    this.tagged = isTagged(service);
  }

  /** Whether the service's calls have principal tags, which come from a certificate (R3.22). */
  static boolean isTagged(String service) {
    return service.startsWith("rolesanywhere.");
  }

  @Override
  public Formula of(Key key) {
    return switch (key.name()) {
      case "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths" ->
          sourceless ? key.absent() : key.never(Typed.WILD);
      case "aws:sourceaccount" -> sourceless ? key.absent() : key.only(ACCOUNT);
      case "aws:viaawsservice" -> key.only("false");
      default -> !tagged && key.name().startsWith("aws:principaltag/") ? key.absent() : key.free();
    };
  }
}
