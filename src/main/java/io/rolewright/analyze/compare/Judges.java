package io.rolewright.analyze.compare;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Effect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.Version;
import io.rolewright.reason.property.Judged;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What decides requests on one side, for both judges. */
final class Judges {

  private Judges() {}

  /** Nothing is allowed. */
  static Judged nothing() {
    Decision refused =
        new Decision(
            ReasonCode.IMPLICIT_DENY_IDENTITY, Optional.empty(), List.of(), Optional.empty());
    return new Judged(List.of(), encoding -> encoding.formulas().no(), request -> refused);
  }

  /** A policy by itself; nothing is allowed where there is none. */
  static Judged of(Optional<PolicyDocument> policy, PolicyScope scope, String owner) {
    return policy.map(document -> Judged.policy(document, scope, owner)).orElseGet(Judges::nothing);
  }

  /**
   * A policy by itself, to be asked what it allows that another does not: it need not say again
   * what the other says too. Law: on what the other refuses it decides as the policy does.
   */
  static Judged beside(
      Optional<PolicyDocument> other,
      Optional<PolicyDocument> policy,
      PolicyScope scope,
      String owner) {
    Judged whole = of(policy, scope, owner);
    if (policy.isEmpty() || other.isEmpty()) {
      return whole;
    }
    PolicyDocument rest = beside(other.get(), policy.get());
    return new Judged(
        whole.documents(), encoding -> encoding.grants(rest, scope, owner), whole.decides());
  }

  /**
   * Without the Allow statements that the other has too. What they allow and the other refuses is
   * what it denies; if the policy has all those Deny statements as well, it is denied here too.
   */
  private static PolicyDocument beside(PolicyDocument other, PolicyDocument policy) {
    Set<Statement> here = new HashSet<>(policy.statements());
    Set<Statement> there = new HashSet<>(other.statements());
    if (there.stream().anyMatch(s -> !s.isAllow() && !here.contains(s))) {
      return policy;
    }
    return policy.with(
        policy.statements().stream().filter(s -> !s.isAllow() || !there.contains(s)).toList());
  }

  /**
   * What permissions allow by themselves, whatever the policies of resources say: the policies
   * together, within the boundary.
   *
   * <p>Not the decision on a request as a whole, since that would leave out what an account beside
   * this one may have opened to it.
   */
  static Judged of(Permissions permissions, String owner) {
    return within(
        permissions.boundary(),
        of(merged(permissions.documents()), PolicyScope.CALLER, owner),
        owner);
  }

  /** The same to be asked what they allow that others do not. */
  static Judged beside(Permissions others, Permissions permissions, String owner) {
    if (!others.boundary().equals(permissions.boundary())) {
      return of(permissions, owner);
    }
    Judged held =
        beside(
            merged(others.documents()), merged(permissions.documents()), PolicyScope.CALLER, owner);
    return within(permissions.boundary(), held, owner);
  }

  private static Judged within(Optional<PolicyDocument> boundary, Judged held, String owner) {
    return boundary
        .map(limit -> both(held, Judged.policy(limit, PolicyScope.CALLER, owner)))
        .orElse(held);
  }

  /** The statements of several policies in one: all count alike, and variables were read before. */
  private static Optional<PolicyDocument> merged(List<PolicyDocument> documents) {
    if (documents.size() < 2) {
      return documents.stream().findFirst();
    }
    List<Statement> all = new ArrayList<>();
    documents.forEach(document -> all.addAll(document.statements()));
    return Optional.of(documents.get(0).with(all));
  }

  private static Judged both(Judged one, Judged other) {
    List<PolicyDocument> documents = new ArrayList<>(one.documents());
    documents.addAll(other.documents());
    return new Judged(
        documents,
        encoding ->
            encoding.formulas().and(one.allows().apply(encoding), other.allows().apply(encoding)),
        request -> both(one.decides().apply(request), other.decides().apply(request)));
  }

  /** Allowed where both allow; what is denied for certain stays so. */
  private static Decision both(Decision one, Decision other) {
    if (!one.isAllowed()) {
      return one;
    }
    return !other.isAllowed() || !other.certain() ? other : one;
  }

  /** The permissions with a policy more that allows everything. */
  static Permissions withEverything(Permissions permissions, Origin at) {
    List<PolicyDocument> more = new ArrayList<>(permissions.documents());
    more.add(everything(at));
    return new Permissions(
        more, permissions.missing(), permissions.boundary(), permissions.missingBoundary());
  }

  /** A policy that allows everything. */
  static PolicyDocument everything(Origin at) {
    Text star = Text.pattern(at, "*");
    Statement statement =
        new Statement(
            at,
            Optional.empty(),
            Effect.ALLOW,
            at,
            new PrincipalElement.Absent(at),
            new ActionElement.Listed(at, List.of(star)),
            new ResourceElement.Listed(at, List.of(star)),
            List.of());
    return new PolicyDocument(
        at,
        Version.V2012_10_17,
        Optional.empty(),
        List.of(statement),
        List.of(),
        new PolicyDocument.Size(0, 0, true));
  }
}
