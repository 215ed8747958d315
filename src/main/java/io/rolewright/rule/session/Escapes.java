package io.rolewright.rule.session;

import io.rolewright.catalog.SensitiveAction;
import io.rolewright.catalog.SensitiveAction.Danger;
import io.rolewright.catalog.ServiceLaunch;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.solve.Means;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the ways in which a session leaves its session policy. */
final class Escapes {

  private static final String ASSUME = "sts:AssumeRole";
  private static final String PASS = "iam:PassRole";
  private static final String PASSED_TO = "iam:PassedToService";

  private final Means means;
  private final OnwardRoles roles;

  Escapes(Means means, OnwardRoles roles) {
    this.means = means;
    this.roles = roles;
  }

  /** All ways that are open to a session, or may be; none where it has no session policy. */
  List<Escape> of(RoleSessions sessions) {
    List<Escape> found = new ArrayList<>();
    if (sessions.session().isPresent()) {
      assumed(sessions).ifPresent(found::add);
      passed(sessions).ifPresent(found::add);
      written(sessions).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Escape> assumed(RoleSessions sessions) {
    Answer answer = allowed(sessions, calls(anywhere(sessions), List.of(ASSUME)));
    return answer.isNo()
        ? Optional.empty()
        : Optional.of(
            new Escape(
                Escape.Way.ASSUME_ROLE, answer, Optional.empty(), roles.reachedBy(sessions)));
  }

  /** The roles of other accounts too, since any of them is out of the session policy's bounds. */
  private static Requests anywhere(RoleSessions sessions) {
    return Requests.of(sessions.callers()).inOwnPartition();
  }

  private Optional<Escape> written(RoleSessions sessions) {
    Answer answer = allowed(sessions, calls(sessions.requests(), IamWrites.ACTIONS));
    return answer.isNo()
        ? Optional.empty()
        : Optional.of(
            new Escape(Escape.Way.IAM_WRITE, answer, Optional.empty(), Escape.Onward.NONE));
  }

  /** The calls that alone raise permissions, sorted; loaded when first needed. */
  private static final class IamWrites {
    static final List<String> ACTIONS =
        SensitiveAction.all().stream()
            .filter(action -> action.dangers().contains(Danger.PRIVILEGE_ESCALATION))
            .map(SensitiveAction::id)
            .filter(id -> id.startsWith("iam:"))
            .toList();
  }

  /** The first way to have a service use a role that the session may pass to it. */
  private Optional<Escape> passed(RoleSessions sessions) {
    Requests passing = calls(sessions.requests(), List.of(PASS));
    if (allowed(sessions, passing).isNo()) {
      return Optional.empty();
    }
    Optional<Escape> open = Optional.empty();
    for (ServiceLaunch launch : ServiceLaunch.all()) {
      Answer answer = launched(sessions, passing, launch);
      Escape escape =
          new Escape(Escape.Way.PASS_ROLE, answer, Optional.of(launch), Escape.Onward.NONE);
      if (answer.isYes()) {
        return Optional.of(escape);
      }
      open = open.or(() -> answer.isOpen() ? Optional.of(escape) : Optional.empty());
    }
    return open;
  }

  private Answer launched(RoleSessions sessions, Requests passing, ServiceLaunch launch) {
    List<Answer> all = new ArrayList<>();
    for (String action : launch.actions()) {
      Answer answer = allowed(sessions, calls(sessions.requests(), List.of(action)));
      if (answer.isNo()) {
        return answer;
      }
      all.add(answer);
    }
    KeyTest toService = KeyTest.oneOf(PASSED_TO, List.of(launch.service()));
    all.add(0, allowed(sessions, passing.where(toService)));
    return Answers.all(all);
  }

  private static Requests calls(Requests requests, List<String> actions) {
    return requests.where(encoding -> encoding.action(actions));
  }

  private Answer allowed(RoleSessions sessions, Requests requests) {
    return sessions.allowed(requests, policies -> policies, means);
  }
}
