package io.rolewright.simulate.sts;

import io.rolewright.model.AccountNumber;
import io.rolewright.simulate.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps AWS from taking a call for a certain role, whatever the policies say. */
final class RoleFaults {

  private final StsCall call;
  private final Credentials credentials;
  private final TargetRole role;
  private final List<Fault> faults = new ArrayList<>();

  private RoleFaults(StsCall call, Credentials credentials, TargetRole role) {
    this.call = call;
    this.credentials = credentials;
    this.role = role;
  }

  static List<Fault> of(StsCall call, Credentials credentials, TargetRole role, Instant now) {
    RoleFaults of = new RoleFaults(call, credentials, role);
    of.provider();
    of.serviceLinked();
    of.ended(now);
    if (call.one(Parameter.ROLE_ARN).isEmpty()) {
      of.faults.addAll(PolicyFaults.managed(call, Optional.of(role.account())));
    }
    return of.faults;
  }

  /** R2.15: the provider exists in the role's account. */
  private void provider() {
    Caller.Kind kind = credentials.caller().kind();
    boolean federated = kind == Caller.Kind.SAML || kind == Caller.Kind.WEB_IDENTITY;
    credentials
        .caller()
        .name()
        .filter(name -> federated)
        .flatMap(PlainArn::accountOf)
        .filter(AccountNumber::isOne)
        .filter(account -> !account.equals(role.account()))
        .ifPresent(
            account ->
                add(
                    "the identity provider is in account %s, the role in account %s"
                        .formatted(account, role.account()),
                    "create the provider in account %s".formatted(role.account()),
                    "R3.8"));
  }

  private void serviceLinked() {
    if (role.serviceLinked() && credentials.caller().kind() != Caller.Kind.SERVICE) {
      add(
          "only its service can assume the service-linked role %s".formatted(Quoted.of(role.arn())),
          "assume another role",
          "R2.22");
    }
  }

  private void ended(Instant now) {
    credentials
        .sessionNotOnOrAfter()
        .filter(end -> call.operation() == Operation.ASSUME_ROLE_WITH_SAML && !end.isAfter(now))
        .ifPresent(
            end ->
                add(
                    "the SAML assertion allows sessions until %s, it is %s".formatted(end, now),
                    "send a fresh assertion",
                    "R3.6"));
  }

  private void add(String message, String fix, String rule) {
    faults.add(new Fault(call.at(), message, fix, rule));
  }
}
