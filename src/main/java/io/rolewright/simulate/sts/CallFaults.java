package io.rolewright.simulate.sts;

import io.rolewright.model.PlainArn;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Caller;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that keeps AWS from taking a call, whatever the policies say. */
final class CallFaults {

  private final StsCall call;
  private final Credentials credentials;
  private final List<Fault> faults = new ArrayList<>();

  private CallFaults(StsCall call, Credentials credentials) {
    this.call = call;
    this.credentials = credentials;
  }

  /** In this order: the caller, each parameter, durations, tags, policies, what hangs together. */
  static List<Fault> of(
      StsCall call, Credentials credentials, Optional<Integer> roleMost, Assumptions assumptions) {
    CallFaults all = new CallFaults(call, credentials);
    CallerFaults.of(call, credentials).ifPresent(all.faults::add);
    all.faults.addAll(ParameterFaults.of(call));
    if (Signature.of(call.operation()).takes(Parameter.DURATION_SECONDS)) {
      all.faults.addAll(new Durations(call, credentials).faults(roleMost));
    }
    all.faults.addAll(TagFaults.of(call, credentials, assumptions));
    all.faults.addAll(PolicyFaults.inline(call, assumptions));
    all.faults.addAll(PolicyFaults.managed(call, all.policyOwner()));
    all.together();
    return List.copyOf(all.faults);
  }

  /** The account whose managed policies may be named. */
  private Optional<String> policyOwner() {
    return call.operation() == Operation.GET_FEDERATION_TOKEN
        ? credentials.caller().account()
        : call.text(Parameter.ROLE_ARN).flatMap(PlainArn::accountOf);
  }

  private void together() {
    sessionName();
    sourceIdentity();
    device();
    provider();
  }

  /**
   * A name that the API asks for. Other required parameters are taken from what the call is about:
   * the role, the token, the assertion.
   */
  private void sessionName() {
    Operation operation = call.operation();
    boolean service = credentials.caller().kind() == Caller.Kind.SERVICE;
    if (operation == Operation.ASSUME_ROLE && !service) {
      required(Parameter.ROLE_SESSION_NAME);
    }
    if (operation == Operation.GET_FEDERATION_TOKEN) {
      required(Parameter.NAME);
    }
  }

  private void required(Parameter parameter) {
    if (call.one(parameter).isEmpty()) {
      add(
          call.at(),
          "%s needs `%s`".formatted(call.operation().shown(), parameter.shown()),
          "pass `%s`".formatted(parameter.shown()),
          "3.1");
    }
  }

  private void sourceIdentity() {
    Optional<Given> passed = call.one(Parameter.SOURCE_IDENTITY);
    Optional<String> set = credentials.sourceIdentity();
    if (passed.isPresent() && set.isPresent() && !set.get().equals(passed.get().value())) {
      add(
          passed.get(),
          "the session's source identity is %s and cannot become %s"
              .formatted(Quoted.of(set.get()), Quoted.of(passed.get().value())),
          "write %s, or take `SourceIdentity` out: it is inherited".formatted(Quoted.of(set.get())),
          "R3.19");
    }
  }

  /** Serial number and code: both or neither, and only of a caller that can own a device. */
  private void device() {
    Optional<Given> serial = call.one(Parameter.SERIAL_NUMBER);
    Optional<Given> code = call.one(Parameter.TOKEN_CODE);
    if (serial.isPresent() && code.isEmpty()) {
      alone(serial.get(), Parameter.SERIAL_NUMBER, Parameter.TOKEN_CODE);
    }
    if (serial.isEmpty() && code.isPresent()) {
      alone(code.get(), Parameter.TOKEN_CODE, Parameter.SERIAL_NUMBER);
    }
    Caller.Kind kind = credentials.caller().kind();
    boolean owner = kind == Caller.Kind.USER || kind == Caller.Kind.ROOT;
    if (serial.isPresent() && code.isPresent() && !owner) {
      add(
          serial.get(),
          "MFA devices belong to users, the caller is a " + kind.shown(),
          "call as the user who owns the device",
          "R4.1");
    }
  }

  private void alone(Given given, Parameter passed, Parameter missing) {
    add(
        given,
        "`SerialNumber` and `TokenCode` go together, `%s` is given alone".formatted(passed.shown()),
        "pass `%s` too, or take `%s` out".formatted(missing.shown(), passed.shown()),
        "3.1");
  }

  private void provider() {
    Optional<String> provider = credentials.caller().name();
    call.one(Parameter.PRINCIPAL_ARN)
        .filter(arn -> credentials.caller().kind() == Caller.Kind.SAML)
        .filter(arn -> ParameterForms.faults(Parameter.PRINCIPAL_ARN, arn).isEmpty())
        .filter(arn -> provider.isPresent() && !provider.get().equals(arn.value()))
        .ifPresent(
            arn ->
                add(
                    arn,
                    "the assertion is of %s, not of %s"
                        .formatted(Quoted.of(provider.get()), Quoted.of(arn.value())),
                    "write %s".formatted(Quoted.of(provider.get())),
                    "R3.6"));
    call.one(Parameter.PROVIDER_ID)
        .filter(id -> !id.value().equals("www.amazon.com"))
        .filter(id -> !id.value().equals("graph.facebook.com"))
        .ifPresent(
            id ->
                add(
                    id,
                    "`ProviderId` is for `www.amazon.com` and `graph.facebook.com`, not for "
                        + Quoted.of(id.value()),
                    "take `ProviderId` out: the token says who issued it",
                    "R3.8"));
  }

  private void add(Given given, String message, String fix, String rule) {
    add(given.at(), message, fix, rule);
  }

  private void add(Origin at, String message, String fix, String rule) {
    faults.add(new Fault(at, message, fix, rule));
  }
}
