package io.rolewright.reason.property;

import io.rolewright.model.PolicyKind;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Requests;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;

/** The requests that a policy may be asked about, one entry for each kind of caller. */
public final class Population {

  private static final List<String> PASSING =
      List.of("sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext");

  private Population() {}

  /**
   * All calls that a trust policy may have to decide. Root and federated users are not among the
   * callers, since they cannot assume roles (R3.30).
   *
   * @param role the role's ARN
   * @param owner its account
   */
  public static List<Requests> assuming(String role, String owner, String partition) {
    return List.of(
        assuming(Caller.Kind.USER, role, owner, partition),
        assuming(Caller.Kind.ROLE_SESSION, role, owner, partition),
        assuming(Caller.Kind.SERVICE, role, owner, partition),
        assuming(Caller.Kind.WEB_IDENTITY, role, owner, partition),
        assuming(Caller.Kind.SAML, role, owner, partition));
  }

  /** The calls of one kind of caller that a trust policy may have to decide. */
  public static Requests assuming(Caller.Kind kind, String role, String owner, String partition) {
    return calls(Requests.of(Callers.all(kind, partition)).on(role, owner));
  }

  /** Those of the requests that ask for a session of a role or for what is passed to one. */
  public static Requests calls(Requests requests) {
    List<String> actions = new ArrayList<>(PASSING);
    actions.add(call(requests.callers().kind()));
    return requests.where(encoding -> encoding.action(actions));
  }

  private static String call(Caller.Kind kind) {
    return switch (kind) {
      case WEB_IDENTITY -> "sts:AssumeRoleWithWebIdentity";
      case SAML -> "sts:AssumeRoleWithSAML";
      default -> "sts:AssumeRole";
    };
  }

  /**
   * All requests that a policy of a kind may have to decide.
   *
   * @param owner the account that owns the policy
   */
  public static List<Requests> of(PolicyKind kind, String owner, String partition) {
    List<Requests> all = new ArrayList<>();
    for (Caller.Kind caller : callers(kind)) {
      Callers callers = Callers.all(caller, partition);
      Requests requests = Requests.of(kind.isPrincipalFree() ? callers.ofAccount(owner) : callers);
      all.add(kind == PolicyKind.RESOURCE ? requests.inAccount(owner) : requests);
    }
    return all;
  }

  private static List<Caller.Kind> callers(PolicyKind kind) {
    return switch (kind) {
      case IDENTITY, BOUNDARY ->
          List.of(Caller.Kind.ROLE_SESSION, Caller.Kind.USER, Caller.Kind.FEDERATED_USER);
      case SESSION -> List.of(Caller.Kind.ROLE_SESSION, Caller.Kind.FEDERATED_USER);
      case SCP ->
          List.of(
              Caller.Kind.ROLE_SESSION,
              Caller.Kind.USER,
              Caller.Kind.ROOT,
              Caller.Kind.FEDERATED_USER,
              Caller.Kind.ASSUMED_ROOT);
      default ->
          List.of(
              Caller.Kind.ROLE_SESSION,
              Caller.Kind.USER,
              Caller.Kind.SERVICE,
              Caller.Kind.ANONYMOUS,
              Caller.Kind.WEB_IDENTITY,
              Caller.Kind.SAML,
              Caller.Kind.FEDERATED_USER,
              Caller.Kind.ROOT,
              Caller.Kind.ASSUMED_ROOT);
    };
  }
}
