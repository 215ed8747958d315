package io.rolewright.simulate.sts;

import io.rolewright.simulate.sts.Surroundings.AccountFacts;
import java.util.Optional;

/** Who may ask for root sessions of which account, as far as the organisation is known (R3.16). */
final class RootFaults {

  private RootFaults() {}

  static Optional<Fault> of(StsCall call, Credentials credentials, Surroundings surroundings) {
    String caller = credentials.caller().account().orElse("");
    if (call.operation() != Operation.ASSUME_ROOT || !surroundings.accounts().containsKey(caller)) {
      return Optional.empty();
    }
    AccountFacts own = surroundings.of(caller);
    if (own.organization().isEmpty()) {
      return fault(call, "account %s is in no organisation".formatted(caller));
    }
    return call.one(Parameter.TARGET_PRINCIPAL)
        .flatMap(given -> target(call, given, own, surroundings));
  }

  private static Optional<Fault> target(
      StsCall call, Given given, AccountFacts own, Surroundings surroundings) {
    String account = ParameterForms.targetAccount(given.value()).orElse("");
    if (surroundings.of(account).management()) {
      return fault(call, "%s is the management account itself".formatted(account));
    }
    boolean known = surroundings.accounts().containsKey(account);
    return known && !surroundings.of(account).organization().equals(own.organization())
        ? fault(call, "account %s is not in the caller's organisation".formatted(account))
        : Optional.empty();
  }

  private static Optional<Fault> fault(StsCall call, String why) {
    return Optional.of(
        new Fault(
            call.at(),
            "AssumeRoot gives sessions of an organisation's member accounts, but " + why,
            "call from the management account and name a member account",
            "R3.16"));
  }

  /** Whether the call only works for a delegated administrator, which nobody can see from here. */
  static boolean needsDelegation(Credentials credentials, Surroundings surroundings) {
    return !surroundings.of(credentials.caller().account().orElse("")).management();
  }
}
