package io.rolewright.reason.encode;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.reason.solve.Domain;
import io.rolewright.simulate.Caller;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether requests of a kind of caller for an action carry a condition key, as the searches for
 * requests take it (section 3.4, R3.29). It asks no policy, and of services not which keys a
 * particular one sends.
 */
public final class KeyAvailability {

  private final Caller.Kind kind;
  private final Presence presence;

  public KeyAvailability(Caller.Kind kind) {
    this.kind = kind;
    this.presence = new Presence(kind);
  }

  /**
   * Whether a key comes with an action.
   *
   * @param key in any case, its variable part filled in
   * @param action such as {@code sts:AssumeRole}, in any case
   */
  public Domain.Presence of(String key, String action) {
    String lower = key.toLowerCase(Locale.ROOT);
    Optional<Domain.Presence> told = ofCaller(lower);
    if (told.isPresent()) {
      return told.get();
    }
    if ((lower.startsWith("sts:") || lower.startsWith("iam:")) && !isListed(lower, action)) {
      return Domain.Presence.NEVER;
    }
    boolean name = lower.equals("sts:rolesessionname") && startsSession(action);
    return name ? Domain.Presence.ALWAYS : presence.of(lower);
  }

  /** What AWS says of the caller himself. */
  private Optional<Domain.Presence> ofCaller(String key) {
    return switch (key) {
      case "aws:principalaccount", "aws:principalarn", "aws:userid" -> Optional.of(when(signs()));
      case "aws:principaltype" -> Optional.of(when(signs() || kind == Caller.Kind.ANONYMOUS));
      case "aws:username" -> Optional.of(when(kind == Caller.Kind.USER));
      case "aws:principalisawsservice" ->
          signs() || kind == Caller.Kind.SERVICE
              ? Optional.of(Domain.Presence.ALWAYS)
              : Optional.empty();
      case "aws:principalservicename" -> Optional.of(when(kind == Caller.Kind.SERVICE));
      default -> Optional.empty();
    };
  }

  /** Whether the caller has an account of AWS and its credentials. */
  private boolean signs() {
    return switch (kind) {
      case SERVICE, WEB_IDENTITY, SAML, ANONYMOUS -> false;
      default -> true;
    };
  }

  private static Domain.Presence when(boolean there) {
    return there ? Domain.Presence.ALWAYS : Domain.Presence.NEVER;
  }

  private static boolean isListed(String key, String action) {
    Optional<ServiceAction> known = Catalog.shipped().action(action);
    return known.isPresent()
        && known.get().allConditionKeys().stream().anyMatch(k -> ConditionKey.isListed(k, key));
  }

  private static boolean startsSession(String action) {
    return action.toLowerCase(Locale.ROOT).startsWith("sts:assumerole");
  }
}
