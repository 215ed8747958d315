package io.rolewright.simulate.sts;

import io.rolewright.catalog.RootTask;
import io.rolewright.model.PlainArn;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.Uncertainty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the session that comes out of an accepted call (sections 3.2 and 3.4, R4.1). */
final class Sessions {

  private static final String UNNAMED = "session";

  private final StsCall call;
  private final Credentials caller;
  private final Surroundings surroundings;
  private final Assumptions assumptions;

  Sessions(StsCall call, Credentials caller, Surroundings surroundings, Assumptions assumptions) {
    this.call = call;
    this.caller = caller;
    this.surroundings = surroundings;
    this.assumptions = assumptions;
  }

  /** The name of a role's session, made up where the caller chose none. */
  static String roleSessionName(StsCall call) {
    return call.text(Parameter.ROLE_SESSION_NAME).orElse(UNNAMED);
  }

  Session of(Optional<TargetRole> role) {
    return switch (call.operation()) {
      case ASSUME_ROLE, ASSUME_ROLE_WITH_SAML, ASSUME_ROLE_WITH_WEB_IDENTITY ->
          session(ofRole(role.orElseThrow()), role, unnamed());
      case GET_FEDERATION_TOKEN -> session(ofFederatedUser(), role, withoutPolicy());
      case GET_SESSION_TOKEN -> session(ofSameUser(), role, List.of());
      case ASSUME_ROOT -> session(ofMemberRoot(), role, delegation());
    };
  }

  private Session session(Credentials credentials, Optional<TargetRole> role, List<String> notes) {
    Optional<Instant> end =
        call.operation() == Operation.ASSUME_ROLE_WITH_SAML
            ? caller.sessionNotOnOrAfter()
            : Optional.empty();
    Durations.Granted granted =
        new Durations(call, caller)
            .granted(surroundings.now(), role.map(TargetRole::maxSessionDuration), end);
    List<String> all = new ArrayList<>(granted.notes());
    all.addAll(notes);
    return new Session(
        credentials,
        credentials.caller().arn().orElseThrow(),
        granted.seconds(),
        surroundings.now().plusSeconds(granted.seconds()),
        granted.reason(),
        all);
  }

  private Credentials ofRole(TargetRole role) {
    String name = roleSessionName(call);
    Map<String, String> passed = Tags.of(call.tags());
    Map<String, String> inherited = caller.transitiveTags();
    return new Credentials(
        Credentials.Kind.ROLE,
        roleSession(role, name),
        Optional.of(role.id() + ":" + name),
        mfaOfRole(),
        Tags.merged(Tags.merged(role.tags(), passed), inherited),
        role.tags(),
        Tags.merged(Tags.only(passed, transitiveKeys()), inherited),
        call.text(Parameter.SOURCE_IDENTITY).or(caller::sourceIdentity),
        Optional.of(surroundings.now()),
        CarriedKeys.after(call.operation(), caller),
        role.identity(),
        role.boundary(),
        sessionPolicies(),
        role.serviceLinked());
  }

  private static Caller roleSession(TargetRole role, String name) {
    String partition = PlainArn.partitionOf(Optional.of(role.arn()));
    String arn =
        "arn:%s:sts::%s:assumed-role/%s/%s".formatted(partition, role.account(), role.name(), name);
    return new Caller(
        Caller.Kind.ROLE_SESSION,
        Optional.of(arn),
        Optional.of(role.arn()),
        Optional.empty(),
        Optional.of(role.account()),
        Optional.empty());
  }

  private List<String> transitiveKeys() {
    return call.all(Parameter.TRANSITIVE_TAG_KEYS).stream().map(Given::value).toList();
  }

  /** U22: AWS's documents say that a role's session carries no MFA; some observe that it does. */
  private Mfa mfaOfRole() {
    Mfa now = CallKeys.mfa(call, caller);
    boolean kept =
        call.operation() == Operation.ASSUME_ROLE
            && assumptions.isB(Uncertainty.U22)
            && now.present().orElse(false);
    return kept ? now : Mfa.FALSE;
  }

  private Optional<List<NamedPolicy>> sessionPolicies() {
    List<NamedPolicy> policies = new ArrayList<>(call.policy().stream().toList());
    policies.addAll(call.managedPolicies());
    return policies.isEmpty() ? Optional.empty() : Optional.of(policies);
  }

  /** R3.12: the user's own policies count, but only as far as session policies allow too. */
  private Credentials ofFederatedUser() {
    String account = caller.caller().account().orElseThrow();
    String name = call.text(Parameter.NAME).orElse(UNNAMED);
    Caller user =
        new Caller(
            Caller.Kind.FEDERATED_USER,
            Optional.of(federatedUserArn(call, caller)),
            Optional.empty(),
            caller.caller().arn(),
            Optional.of(account),
            Optional.empty());
    return new Credentials(
        Credentials.Kind.FEDERATION,
        user,
        Optional.of(account + ":" + name),
        Mfa.FALSE,
        Tags.merged(caller.principalTags(), Tags.of(call.tags())),
        caller.entityTags(),
        Map.of(),
        caller.sourceIdentity(),
        Optional.of(surroundings.now()),
        Context.EMPTY,
        caller.identity(),
        caller.boundary(),
        sessionPolicies(),
        false);
  }

  /** The ARN of the session that a GetFederationToken call asks for. */
  static String federatedUserArn(StsCall call, Credentials caller) {
    return "arn:%s:sts::%s:federated-user/%s"
        .formatted(
            PlainArn.partitionOf(caller.caller().arn()),
            caller.caller().account().orElseThrow(),
            call.text(Parameter.NAME).orElse(UNNAMED));
  }

  /** R3.15: the caller stays who he is. */
  private Credentials ofSameUser() {
    Mfa mfa = CallKeys.mfa(call, caller);
    return new Credentials(
        Credentials.Kind.SESSION_TOKEN,
        caller.caller(),
        caller.userId(),
        mfa.present().isPresent() ? mfa : Mfa.FALSE,
        caller.principalTags(),
        caller.entityTags(),
        Map.of(),
        caller.sourceIdentity(),
        Optional.of(surroundings.now()),
        caller.carried(),
        caller.identity(),
        caller.boundary(),
        Optional.empty(),
        false);
  }

  private Credentials ofMemberRoot() {
    String account = targetAccount(call, caller);
    Caller root =
        new Caller(
            Caller.Kind.ASSUMED_ROOT,
            Optional.of(rootArn(call, caller)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(account),
            Optional.empty());
    return new Credentials(
        Credentials.Kind.ROOT_TASK,
        root,
        Optional.of(account),
        Mfa.FALSE,
        Map.of(),
        Map.of(),
        Map.of(),
        caller.sourceIdentity(),
        Optional.of(surroundings.now()),
        CarriedKeys.after(call.operation(), caller),
        List.of(),
        Optional.empty(),
        Optional.of(taskPolicies()),
        false);
  }

  /** A root session without a task may do nothing. */
  private List<NamedPolicy> taskPolicies() {
    Optional<RootTask> task = call.text(Parameter.TASK_POLICY_ARN).flatMap(RootTask::ofArn);
    return task.map(t -> List.of(RootTasks.policy(t), RootTasks.rootPower())).orElse(List.of());
  }

  private static String targetAccount(StsCall call, Credentials caller) {
    return call.text(Parameter.TARGET_PRINCIPAL)
        .flatMap(ParameterForms::targetAccount)
        .or(() -> caller.caller().account())
        .orElseThrow();
  }

  /** The ARN of the root user that an AssumeRoot call asks for. */
  static String rootArn(StsCall call, Credentials caller) {
    return "arn:%s:iam::%s:root"
        .formatted(PlainArn.partitionOf(caller.caller().arn()), targetAccount(call, caller));
  }

  private List<String> unnamed() {
    return call.one(Parameter.ROLE_SESSION_NAME).isPresent()
        ? List.of()
        : List.of("no session name is known, so `%s` stands for it".formatted(UNNAMED));
  }

  private List<String> withoutPolicy() {
    return sessionPolicies().isPresent()
        ? List.of()
        : List.of(
            "without a session policy the session may do nothing but what policies of resources"
                + " allow it by name");
  }

  private List<String> delegation() {
    return RootFaults.needsDelegation(caller, surroundings)
        ? List.of(
            "account %s is taken to be a delegated administrator for IAM"
                .formatted(caller.caller().account().orElse("")))
        : List.of();
  }
}
