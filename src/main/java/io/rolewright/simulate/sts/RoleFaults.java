package io.rolewright.simulate.sts;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.PlainArn;
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
    of.listed();
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

  /** A token that lists roles is good for those only (R3.10); AWS looks before any policy does. */
  private void listed() {
    Optional<List<Given>> roles = call.tokenRoles();
    boolean open = roles.isEmpty() || roles.get().stream().anyMatch(this::isForRole);
    if (!open) {
      add(
          "the token lists the roles it is good for, and %s is not among them"
              .formatted(Quoted.of(role.arn())),
          "have the identity provider list the role, or ask for a listed one",
          "R3.10");
    }
  }

  /** SAML lists role and provider in one value, parted by a comma. */
  private boolean isForRole(Given listed) {
    return List.of(listed.value().split(",")).stream()
        .anyMatch(part -> part.strip().equals(role.arn()));
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
