package io.rolewright.reason.property;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Formula;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.SinglePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What decides requests, told to both judges: a formula for all requests and the simulator for one.
 * The two agree on every request that the formula knows all of.
 *
 * @param documents all policies that have a say
 */
public record Judged(
    List<PolicyDocument> documents,
    Function<Encoding, Formula> allows,
    Function<Request, Decision> decides) {

  public Judged {
    documents = List.copyOf(documents);
  }

  /**
   * One policy by itself.
   *
   * @param owner the account that owns it
   */
  public static Judged policy(PolicyDocument document, PolicyScope scope, String owner) {
    SinglePolicy prepared = SinglePolicy.prepared(document, scope, owner);
    return new Judged(
        List.of(document), encoding -> encoding.grants(document, scope, owner), prepared::decide);
  }

  /**
   * All policies in force.
   *
   * @param owner the account of the caller's policies
   */
  public static Judged inForce(PoliciesInForce policies, String owner) {
    Authorization authorization = Authorization.of(policies, Assumptions.DEFAULT);
    return new Judged(
        all(policies), encoding -> encoding.allowed(policies, owner), authorization::decide);
  }

  private static List<PolicyDocument> all(PoliciesInForce policies) {
    List<NamedPolicy> named = new ArrayList<>(policies.identity());
    policies.boundary().ifPresent(named::add);
    policies.session().ifPresent(named::addAll);
    policies.resource().ifPresent(named::add);
    policies.vpcEndpoint().ifPresent(named::add);
    policies.scps().ifPresent(levels -> levels.forEach(named::addAll));
    policies.rcps().ifPresent(levels -> levels.forEach(named::addAll));
    return named.stream().map(NamedPolicy::document).toList();
  }
}
