package io.rolewright.simulate.sts;

import io.rolewright.catalog.RootTask;
import io.rolewright.model.AccountNumber;
import io.rolewright.model.PlainArn;
import io.rolewright.source.Closest;
import java.util.List;
import java.util.Optional;

/** What the values of some parameters must be beyond their length and characters. */
final class ParameterForms {

  private static final String LIMITS = "3.1";
  private static final String ROLE = "arn:aws:iam::111122223333:role/NAME";
  private static final String POLICY = "arn:aws:iam::111122223333:policy/NAME";
  private static final String PROVIDER = "arn:aws:iam::111122223333:saml-provider/NAME";
  private static final String ROOT = "arn:aws:iam::111122223333:root";

  private ParameterForms() {}

  /** The faults of one value whose length and characters are right. */
  static List<Fault> faults(Parameter parameter, Given given) {
    Optional<Fault> fault =
        switch (parameter) {
          case ROLE_ARN -> iam(parameter, given, "the ARN of a role", "role/", ROLE);
          case POLICY_ARNS -> iam(parameter, given, "ARNs of managed policies", "policy/", POLICY);
          case PRINCIPAL_ARN ->
              iam(parameter, given, "the ARN of a SAML provider", "saml-provider/", PROVIDER);
          case TARGET_PRINCIPAL -> target(given);
          case TASK_POLICY_ARN -> task(given);
          case PROVIDED_CONTEXTS -> provider(given);
          case SOURCE_IDENTITY -> sourceIdentity(given);
          case SERIAL_NUMBER -> serial(given);
          default -> Optional.empty();
        };
    return fault.stream().toList();
  }

  private static Optional<Fault> iam(
      Parameter parameter, Given given, String what, String prefix, String example) {
    boolean right =
        PlainArn.of(given.value())
            .filter(arn -> arn.isOf("iam", prefix) && arn.region().isEmpty())
            .filter(arn -> isAccount(arn.account(), parameter))
            .isPresent();
    return right
        ? Optional.empty()
        : fault(
            given,
            "`%s` takes %s, %s is none"
                .formatted(parameter.shown(), what, Quoted.of(given.value())),
            "write it as `%s`".formatted(example),
            LIMITS);
  }

  private static boolean isAccount(String account, Parameter parameter) {
    return AccountNumber.isOne(account)
        || (parameter == Parameter.POLICY_ARNS && account.equals("aws"));
  }

  private static Optional<Fault> target(Given given) {
    return targetAccount(given.value()).isPresent()
        ? Optional.empty()
        : fault(
            given,
            "`TargetPrincipal` takes the number or the root ARN of a member account, %s is neither"
                .formatted(Quoted.of(given.value())),
            "write it as `111122223333` or `%s`".formatted(ROOT),
            "R3.16");
  }

  /** The account that a {@code TargetPrincipal} names. */
  static Optional<String> targetAccount(String target) {
    if (AccountNumber.isOne(target)) {
      return Optional.of(target);
    }
    return PlainArn.of(target)
        .filter(arn -> arn.service().equals("iam") && arn.resource().equals("root"))
        .map(PlainArn::account)
        .filter(AccountNumber::isOne);
  }

  private static Optional<Fault> task(Given given) {
    return RootTask.ofArn(given.value()).isPresent()
        ? Optional.empty()
        : fault(
            given,
            "`TaskPolicyArn` takes one of AWS's root task policies, %s is none%s"
                .formatted(Quoted.of(given.value()), Closest.hint(given.value(), taskArns())),
            "write one of " + String.join(", ", taskArns()),
            "R3.16");
  }

  private static List<String> taskArns() {
    return RootTask.all().stream().map(RootTask::arn).toList();
  }

  private static Optional<Fault> provider(Given given) {
    boolean right =
        PlainArn.of(given.value()).filter(arn -> arn.isOf("iam", "contextProvider/")).isPresent();
    return right
        ? Optional.empty()
        : fault(
            given,
            "`ProvidedContexts` takes ARNs of context providers, %s is none"
                .formatted(Quoted.of(given.value())),
            "write `arn:aws:iam::aws:contextProvider/IdentityCenter`",
            "R3.20");
  }

  private static Optional<Fault> sourceIdentity(Given given) {
    return given.value().startsWith("aws:")
        ? fault(
            given,
            "`SourceIdentity` must not begin with `aws:`, %s does"
                .formatted(Quoted.of(given.value())),
            "write it without `aws:`",
            LIMITS)
        : Optional.empty();
  }

  private static Optional<Fault> serial(Given given) {
    return PlainArn.of(given.value()).filter(arn -> arn.isOf("iam", "u2f/")).isPresent()
        ? fault(
            given,
            "security keys and passkeys give no token code, %s is one"
                .formatted(Quoted.of(given.value())),
            "name a device that shows codes, such as `arn:aws:iam::111122223333:mfa/NAME`",
            "R4.1")
        : Optional.empty();
  }

  private static Optional<Fault> fault(Given given, String message, String fix, String rule) {
    return Optional.of(new Fault(given.at(), message, fix, rule));
  }
}
