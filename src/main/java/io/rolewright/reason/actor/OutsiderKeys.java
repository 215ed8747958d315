package io.rolewright.reason.actor;

import io.rolewright.catalog.SharedIssuers;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.strings.Language;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What a user or role session has a say in that comes from a foreign organisation and network: what
 * a caller chooses himself is free, what AWS says of him is his own, and the rest is absent.
 */
final class OutsiderKeys implements Say {

  /** The longest session with MFA, in seconds (GetSessionToken). */
  static final Intervals MFA_AGES = Intervals.closed(BigDecimal.ZERO, new BigDecimal(129_600));

  private final Named named;
  private final Foreign foreign;

  /**
   * @param own the caller's account where it is a known one; empty if it is not
   */
  OutsiderKeys(Named named, String own) {
    this.named = named;
    this.foreign = new Foreign(named, own);
  }

  @Override
  public Formula of(Key key) {
    return foreign
        .of(key)
        .or(() -> claim(key))
        .orElseGet(() -> Typed.isChosen(key.name()) ? Typed.of(key) : given(key));
  }

  /** A session that began with a token keeps its claims; his are those of another tenant. */
  private Optional<Formula> claim(Key key) {
    int colon = key.name().lastIndexOf(':');
    String issuer = key.name().substring(0, Math.max(0, colon));
    return issuer.indexOf('.') < 0
        ? Optional.empty()
        : SharedIssuers.shipped()
            .lookup(issuer)
            .map(shared -> new TenantKeys(shared.issuer(), named).of(key));
  }

  /** That the id which AWS gave to the caller is none that the policies name. */
  static Requests.Restriction ids(Named named) {
    Language known = named.ids("aws:userid");
    Say ids = key -> key.name().equals("aws:userid") ? key.never(known) : key.free();
    return ids.restriction(Map.of());
  }

  private static Formula given(Key key) {
    return switch (key.name()) {
      case "aws:multifactorauthage" -> key.only(MFA_AGES);
      case "aws:viaawsservice" -> key.only("false");
      case "aws:principalaccount",
          "aws:principalarn",
          "aws:principaltype",
          "aws:userid",
          "aws:principalisawsservice",
          "aws:multifactorauthpresent",
          "aws:securetransport",
          "aws:currenttime",
          "aws:epochtime",
          "aws:resourceaccount",
          "ec2:roledelivery" ->
          key.free();
      default -> key.absent();
    };
  }
}
