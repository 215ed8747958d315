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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

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
    return new Judged(
        List.of(document),
        encoding -> encoding.grants(document, scope, owner),
        new Prepared<>(() -> SinglePolicy.prepared(document, scope, owner), SinglePolicy::decide));
  }

  /**
   * All policies in force.
   *
   * @param owner the account of the caller's policies
   */
  public static Judged inForce(PoliciesInForce policies, String owner) {
    return new Judged(
        all(policies),
        encoding -> encoding.allowed(policies, owner),
        new Prepared<>(
            () -> Authorization.of(policies, Assumptions.DEFAULT), Authorization::decide));
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

  /** A judge who is prepared when the first request is put to him; most never see one. */
  private static final class Prepared<J> implements Function<Request, Decision> {

    private final Supplier<J> preparing;
    private final BiFunction<J, Request, Decision> deciding;
    private final AtomicReference<J> judge = new AtomicReference<>();

    Prepared(Supplier<J> preparing, BiFunction<J, Request, Decision> deciding) {
      this.preparing = preparing;
      this.deciding = deciding;
    }

    @Override
    public Decision apply(Request request) {
      J ready = judge.updateAndGet(some -> some == null ? preparing.get() : some);
      return deciding.apply(ready, request);
    }
  }
}
