package io.rolewright.simulate.explain;

import io.rolewright.model.PlainArn;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.PrincipalPattern.IdentityKind;
import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import io.rolewright.source.Origin;
import java.util.Optional;

/** A caller as a policy names it, and as a person speaks of it. */
final class NamedCaller {

  private NamedCaller() {}

  /** The narrowest principal that stands for a caller: of a session the role. */
  static PrincipalPattern pattern(Caller caller, Origin at) {
    return switch (caller.kind()) {
      case USER -> identity(caller.arn(), IdentityKind.USER, ":user/", at);
      case ROLE_SESSION -> identity(caller.roleArn(), IdentityKind.ROLE, ":role/", at);
      case FEDERATED_USER -> federatedUser(caller, at);
      case ROOT, ASSUMED_ROOT -> account(caller, at);
      case SERVICE -> new PrincipalPattern.Service(at, text(caller.name(), at));
      case WEB_IDENTITY -> federated(caller, FederationKind.OIDC, at);
      case SAML -> federated(caller, FederationKind.SAML, at);
      case ANONYMOUS -> new PrincipalPattern.Everyone(at, true);
    };
  }

  private static PrincipalPattern identity(
      Optional<String> arn, IdentityKind kind, String mark, Origin at) {
    String written = arn.orElse("");
    String path = written.substring(written.indexOf(mark) + mark.length());
    return new PrincipalPattern.Identity(
        at, text(arn, at), kind, account(written, at), Text.literal(at, path));
  }

  private static PrincipalPattern federatedUser(Caller caller, Origin at) {
    String arn = caller.arn().orElse("");
    String name = arn.substring(arn.indexOf('/') + 1);
    return new PrincipalPattern.FederatedUser(
        at, text(caller.arn(), at), text(caller.account(), at), Text.literal(at, name));
  }

  private static PrincipalPattern account(Caller caller, Origin at) {
    Text account = text(caller.account(), at);
    return new PrincipalPattern.Account(at, account, account);
  }

  private static PrincipalPattern federated(Caller caller, FederationKind kind, Origin at) {
    String name = caller.name().orElse("");
    boolean arn = name.startsWith("arn:");
    String provider = arn ? name.substring(name.indexOf('/') + 1) : name;
    Optional<Text> account = arn ? Optional.of(account(name, at)) : Optional.empty();
    return new PrincipalPattern.Federated(
        at, Text.literal(at, name), kind, account, Text.literal(at, provider));
  }

  private static Text account(String arn, Origin at) {
    return text(PlainArn.accountOf(arn), at);
  }

  private static Text text(Optional<String> value, Origin at) {
    return Text.literal(at, value.orElse(""));
  }

  /** The caller as the object of a sentence, such as {@code user `arn`}. */
  static String shown(Caller caller) {
    String name = "`" + caller.arn().or(caller::name).or(caller::account).orElse("") + "`";
    return switch (caller.kind()) {
      case USER -> "user " + name;
      case ROLE_SESSION -> "role `" + caller.roleArn().orElse("") + "`";
      case FEDERATED_USER -> "federated user " + name;
      case ROOT -> "the root user of account `" + caller.account().orElse("") + "`";
      case ASSUMED_ROOT -> "a root session of account `" + caller.account().orElse("") + "`";
      case SERVICE -> "service " + name;
      case WEB_IDENTITY, SAML -> "identity provider " + name;
      case ANONYMOUS -> "everyone";
    };
  }

  /** Whether such callers do not sign, so that endpoints do not know them (R2.6). */
  static boolean isUnsigned(Caller caller) {
    return switch (caller.kind()) {
      case WEB_IDENTITY, SAML, ANONYMOUS -> true;
      default -> false;
    };
  }

  /** The caller behind "the caller". */
  static String described(Caller caller) {
    return caller.kind() == Caller.Kind.ANONYMOUS ? "has no credentials" : "is " + shown(caller);
  }
}
