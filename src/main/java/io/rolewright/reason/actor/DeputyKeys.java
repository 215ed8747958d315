package io.rolewright.reason.actor;

import io.rolewright.catalog.ServicePrincipal;
import io.rolewright.catalog.ServicePrincipal.SourceKeys;
import io.rolewright.catalog.ServicePrincipals;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * What the requests of a service say that acts for a stranger's resource: whose resource it is, if
 * the service sends these keys at all (R5.14).
 */
final class DeputyKeys implements Say {

  private static final Language ARN = Language.of(List.of(Pattern.glob("arn:?*:?*:*:*:?*")));

  private final String service;
  private final Named named;
  private final Foreign foreign;
  private final SourceKeys sent;

  DeputyKeys(String service, Named named) {
    this.service = service;
    this.named = named;
    this.foreign = new Foreign(named, "");
    this.sent =
        ServicePrincipals.shipped()
            .lookup(service)
            .map(ServicePrincipal::sourceKeys)
            .orElse(SourceKeys.UNKNOWN);
  }

  @Override
  public Formula of(Key key) {
    return switch (key.name()) {
      case "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths" ->
          sent == SourceKeys.NOT_SENT ? key.absent() : source(key);
      case "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:currenttime",
          "aws:epochtime",
          "aws:requestedregion",
          "aws:useragent",
          "aws:resourceaccount" ->
          key.free();
      case "aws:resourceorgid", "aws:resourceorgpaths" -> foreign.of(key).orElseThrow();
      case "sts:rolesessionname", "aws:tagkeys", "sts:transitivetagkeys" -> Typed.of(key);
      case "aws:principalservicenameslist" ->
          key.encoding().formulas().and(key.present(), key.only(service));
      case "aws:viaawsservice" -> key.only("false");
      case "aws:securetransport" -> key.only("true");
      default -> tag(key);
    };
  }

  /** IAM Roles Anywhere takes tags and source identity from the caller's certificate. */
  private Formula tag(Key key) {
    boolean certificate =
        service.startsWith("rolesanywhere.")
            && (key.name().startsWith("aws:principaltag/")
                || key.name().equals("sts:sourceidentity"));
    boolean tag =
        key.name().startsWith("aws:requesttag/")
            || key.name().startsWith("aws:resourcetag/")
            || key.name().startsWith("iam:resourcetag/");
    return certificate || tag ? Typed.of(key) : key.absent();
  }

  /**
   * A service of which it is documented sends the ARN; account and organisation may be missing,
   * since not every service sends all and not every account is in an organisation.
   */
  private Formula source(Key key) {
    if (!key.name().equals("aws:sourcearn")) {
      return foreign.of(key).orElseThrow();
    }
    boolean always = sent == SourceKeys.DOCUMENTED || sent == SourceKeys.SAMPLE;
    List<Pattern> known = new ArrayList<>(foreign.ofKnownAccounts().patterns());
    known.addAll(Typed.WILD.patterns());
    named.of(key.name()).stream()
        .filter(text -> !text.hasWildcard())
        .forEach(text -> text.plain().map(Pattern::literal).ifPresent(known::add));
    Formula arn = key.onlyBut(ARN, Language.of(known));
    return always ? key.encoding().formulas().and(key.present(), arn) : arn;
  }
}
