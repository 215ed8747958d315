package io.rolewright.simulate;

import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Text;
import java.util.List;

/** Decides whether a principal element names a caller (R1.10 to R1.16). */
final class Principals {

  private final Caller caller;
  private final boolean allow;
  private final Matching matching;

  /**
   * @param allow whether the statement allows; the star of a Deny covers more callers (R1.14)
   */
  Principals(Caller caller, boolean allow, String ownAccount) {
    this.caller = caller;
    this.allow = allow;
    this.matching = new Matching(Context.EMPTY, ownAccount);
  }

  Truth matches(PrincipalElement element) {
    return element.match(
        listed -> any(listed.patterns()),
        except -> any(except.patterns()).not(),
        absent -> Truth.YES);
  }

  private Truth any(List<PrincipalPattern> patterns) {
    Truth any = Truth.NO;
    for (PrincipalPattern pattern : patterns) {
      any = any.or(matches(pattern));
    }
    return any;
  }

  Truth matches(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Truth.of(everyone()),
            account -> account(account.account()),
            identity -> account(identity.account()).and(identity(identity)),
            session ->
                of(Caller.Kind.ROLE_SESSION)
                    .and(account(session.account()))
                    .and(resource(session.path(), "assumed-role/")),
            user ->
                of(Caller.Kind.FEDERATED_USER)
                    .and(account(user.account()))
                    .and(resource(user.name(), "federated-user/")),
            service -> of(Caller.Kind.SERVICE).and(named(ServiceNames.resolved(service.name()))),
            this::federated,
            canonical -> Truth.NO,
            id -> Truth.NO,
            unresolved -> Truth.of(couldBe(unresolved.type())).and(Truth.UNKNOWN),
            malformed -> Truth.NO));
  }

  /** U3 option A: services too. U29 option A: federated callers in a Deny only. */
  private boolean everyone() {
    return switch (caller.kind()) {
      case WEB_IDENTITY, SAML, ANONYMOUS -> !allow;
      default -> true;
    };
  }

  private Truth account(Text account) {
    return caller.account().map(a -> matching.equal(account, a, false)).orElse(Truth.NO);
  }

  private Truth identity(PrincipalPattern.Identity identity) {
    boolean role = identity.kind() == PrincipalPattern.IdentityKind.ROLE;
    String prefix = role ? "role/" : "user/";
    String arn =
        (role ? caller.roleArn() : caller.arn().filter(a -> caller.kind() == Caller.Kind.USER))
            .orElse("");
    int at = arn.indexOf(":" + prefix);
    return at < 0
        ? Truth.NO
        : matching.equal(identity.path(), arn.substring(at + 1 + prefix.length()), false);
  }

  private Truth resource(Text name, String prefix) {
    String arn = caller.arn().orElse("");
    int at = arn.indexOf(":" + prefix);
    return at < 0 ? Truth.NO : matching.equal(name, arn.substring(at + 1 + prefix.length()), false);
  }

  private Truth federated(PrincipalPattern.Federated federated) {
    Truth kind =
        switch (federated.kind()) {
          case OIDC -> of(Caller.Kind.WEB_IDENTITY);
          case SAML -> of(Caller.Kind.SAML);
          case UNDECIDED ->
              of(Caller.Kind.WEB_IDENTITY).or(of(Caller.Kind.SAML)).and(Truth.UNKNOWN);
        };
    return kind.and(named(federated.provider()).or(named(federated.written())));
  }

  private Truth named(Text name) {
    return caller.name().map(n -> matching.equal(name, n, false)).orElse(Truth.NO);
  }

  private Truth of(Caller.Kind kind) {
    return Truth.of(caller.kind() == kind);
  }

  private boolean couldBe(String type) {
    return switch (type) {
      case "AWS" -> caller.account().isPresent();
      case "Service" -> caller.kind() == Caller.Kind.SERVICE;
      case "Federated" ->
          caller.kind() == Caller.Kind.WEB_IDENTITY || caller.kind() == Caller.Kind.SAML;
      default -> true;
    };
  }
}
