package io.rolewright.rule.session;

import io.rolewright.catalog.AssumeAction;
import io.rolewright.model.ActionElement;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.encode.KnownKeys;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Population;
import io.rolewright.rule.Estate;
import io.rolewright.rule.trust.TrustActions;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The calls that a role's trust policy decides. A call that passes tags or a source identity needs
 * two permissions at once, for itself and for what it passes (R2.20); both are asked about as one
 * request by reading the second policy as if it spoke of the first action.
 */
record TrustCalls(PolicyDocument trust, String owner, String arn, String partition) {

  static final String TAG_SESSION = "sts:TagSession";

  /** Those of a role whose trust policy the input has. */
  static Optional<TrustCalls> of(Role role) {
    return role.trust().map(trust -> of(role, trust));
  }

  /** Those of a role if it had some trust policy. */
  static TrustCalls of(Role role, PolicyDocument trust) {
    RoleSessions sessions = RoleSessions.of(role);
    PolicyDocument filled = TemplateNames.filledIn(trust, sessions.partition());
    String owner = role.account().or(() -> ofProvider(filled)).orElse(Estate.UNNAMED_ACCOUNT);
    String arn =
        "arn:"
            + sessions.partition()
            + ":iam::"
            + owner
            + ":role/"
            + sessions.path().orElse("role");
    return new TrustCalls(filled, owner, arn, sessions.partition());
  }

  /** A role trusts identity providers of its own account only, so that they tell which it is. */
  private static Optional<String> ofProvider(PolicyDocument trust) {
    return trust.statements().stream()
        .flatMap(s -> s.principal().patterns().stream())
        .filter(PrincipalPattern.Federated.class::isInstance)
        .flatMap(p -> ((PrincipalPattern.Federated) p).account().stream())
        .flatMap(account -> account.plain().stream())
        .findFirst();
  }

  /** The calls by which one kind of caller gets a session. */
  Requests by(Caller.Kind kind) {
    String call =
        switch (kind) {
          case WEB_IDENTITY -> "sts:AssumeRoleWithWebIdentity";
          case SAML -> "sts:AssumeRoleWithSAML";
          default -> "sts:AssumeRole";
        };
    return Population.assuming(kind, arn, owner, partition)
        .where(encoding -> encoding.action(List.of(call)));
  }

  /** What the trust policy says to the call itself. */
  Judged judged() {
    return judged(trust);
  }

  /** What some version of it says. */
  Judged judged(PolicyDocument policy) {
    return Judged.policy(policy, PolicyScope.TRUST, owner);
  }

  /** What the trust policy says of passing something, asked about by the call that passes it. */
  Judged judgedPassing(String passing) {
    return judged(asIfCalled(passing));
  }

  private PolicyDocument asIfCalled(String passing) {
    AssumeAction action = AssumeAction.of(passing).orElseThrow();
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : trust.statements()) {
      boolean unreadable = statement.action() instanceof ActionElement.Absent;
      if (unreadable) {
        statements.add(statement);
      } else if (!TrustActions.matches(statement.action(), action).isNo()) {
        statements.add(ofAllCalls(statement));
      }
    }
    return trust.with(statements);
  }

  private static Statement ofAllCalls(Statement s) {
    Text calls = Text.pattern(s.action().origin(), "sts:AssumeRole*");
    return new Statement(
        s.origin(),
        s.sid(),
        s.effect(),
        s.effectAt(),
        s.principal(),
        new ActionElement.Listed(s.action().origin(), List.of(calls)),
        s.resource(),
        s.conditions());
  }

  /** Whether the trust policy allows a request for sure. */
  boolean allows(Judged judged, Request request) {
    Decision decision = judged.decides().apply(request);
    return decision.isAllowed() && decision.certain();
  }

  /** What requests say of a key, known before anything is asked about them. */
  static KnownKeys saying(String key, String value) {
    String lower = key.toLowerCase(Locale.ROOT);
    return new KnownKeys(Context.EMPTY.with(key, value), lower::equals, Optional.empty());
  }

  /** Whether some statement may let somebody pass session tags. */
  boolean mayPassTags() {
    AssumeAction tagging = AssumeAction.of(TAG_SESSION).orElseThrow();
    return trust.statements().stream()
        .anyMatch(s -> !s.isDeny() && !TrustActions.matches(s.action(), tagging).isNo());
  }

  /** The patterns with wildcards that the trust policy has a key compared with. */
  List<String> patterns(String key) {
    return trust.statements().stream()
        .flatMap(s -> s.conditions().stream())
        .filter(c -> c.keyName().equalsIgnoreCase(key))
        .flatMap(c -> c.values().stream())
        .filter(value -> value.hasWildcard() && value.variables().isEmpty())
        .flatMap(value -> value.plain().stream())
        .toList();
  }

  static boolean tests(Statement statement, List<String> keys) {
    return statement.conditions().stream()
        .anyMatch(c -> keys.stream().anyMatch(c.keyName()::startsWith));
  }
}
