package io.rolewright.rule.session;

import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The roles of an input that a session may assume next, as far as its own side and theirs go. */
final class OnwardRoles {

  /** So many roles are asked about for one session; looking at a policy's words costs little. */
  private static final int MOST_ASKED = 64;

  private static final String ASSUME = "sts:AssumeRole";

  private final List<Role> roles;
  private final Means means;

  OnwardRoles(Inventory inventory, Means means) {
    this.roles = inventory.roles();
    this.means = means;
  }

  /** Those that the session may ask for, in the order of the input. */
  Escape.Onward reachedBy(RoleSessions sessions) {
    List<Escape.Target> targets = new ArrayList<>();
    for (Role role : roles) {
      RoleSessions target = RoleSessions.of(role);
      Optional<String> arn = target.arn();
      if (arn.isPresent() && mayAsk(sessions, arn.get()) && mayLetIn(role, sessions)) {
        if (targets.size() == MOST_ASKED) {
          return new Escape.Onward(targets, false);
        }
        targets.add(new Escape.Target(role, letsIn(sessions, target, arn.get())));
      }
    }
    return new Escape.Onward(
        targets.stream().filter(target -> !target.letsIn().isNo()).toList(), true);
  }

  /** Whether some session policy speaks of the role, conditions aside. */
  private static boolean mayAsk(RoleSessions sessions, String arn) {
    Caller caller = Caller.roleSession(sessions.owner(), sessions.role().name().shown(), "session");
    StatementMatch match =
        new StatementMatch(new Request(caller, ASSUME, arn, Context.EMPTY), sessions.owner());
    return sessions.session().stream()
        .flatMap(bounds -> bounds.least().stream())
        .flatMap(policy -> policy.document().statements().stream())
        .anyMatch(s -> !s.isDeny() && !match.matchesPermission(s.with(List.of())).isNo());
  }

  /** Whether the trust policy names any AWS principal but single users. */
  private static boolean mayLetIn(Role role, RoleSessions sessions) {
    return role.trust().isEmpty()
        || role.trust().get().statements().stream()
            .anyMatch(s -> !s.isDeny() && mayLetIn(s, sessions));
  }

  private static boolean mayLetIn(Statement statement, RoleSessions sessions) {
    return statement
        .principal()
        .match(
            listed -> listed.patterns().stream().anyMatch(p -> mayBe(p, sessions)),
            (PrincipalElement.Except except) -> true,
            absent -> true);
  }

  private static boolean mayBe(PrincipalPattern pattern, RoleSessions sessions) {
    String name = sessions.role().name().shown();
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> true,
            account -> true,
            identity -> identity.path().hasUnknown() || identity.shown().endsWith(name),
            session -> session.path().hasUnknown() || session.shown().contains(name),
            user -> false,
            service -> false,
            federated -> false,
            canonical -> false,
            id -> false,
            unresolved -> true,
            malformed -> false));
  }

  private Answer letsIn(RoleSessions sessions, RoleSessions target, String arn) {
    Optional<PolicyDocument> trust = target.role().trust();
    if (trust.isEmpty()) {
      return Answer.cannotTell("the input has no trust policy of the role");
    }
    Requests requests =
        Requests.of(sessions.callers())
            .on(arn, target.owner())
            .where(encoding -> encoding.action(List.of(ASSUME)));
    NamedPolicy resource = new NamedPolicy("trust policy", trust.get());
    return sessions.allowed(
        requests,
        policies ->
            policies
                .withResource(Optional.of(resource))
                .withMandatory(true)
                .withResourceAccount(Optional.of(target.owner())),
        means);
  }
}
