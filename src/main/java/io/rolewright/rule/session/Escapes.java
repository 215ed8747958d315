package io.rolewright.rule.session;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.EscalationPath;
import io.rolewright.catalog.EscalationPaths;
import io.rolewright.catalog.SensitiveAction;
import io.rolewright.catalog.SensitiveAction.Danger;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.solve.Means;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the ways in which a session leaves its session policy. */
final class Escapes {

  private static final String ASSUME = "sts:AssumeRole";
  private static final String PASS = "iam:PassRole";
  private static final String PASSED_TO = "iam:PassedToService";

  private static final String ROLE = "role/";

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
    Answer answer = allowed(sessions, calls(roles(sessions), List.of(ASSUME)));
    return answer.isNo()
        ? Optional.empty()
        : Optional.of(
            new Escape(
                Escape.Way.ASSUME_ROLE,
                answer,
                sessions.letThrough(answer),
                Optional.empty(),
                roles.reachedBy(sessions)));
  }

  /** The roles of other accounts too, since any of them is out of the session policy's bounds. */
  private static Requests roles(RoleSessions sessions) {
    return Requests.of(sessions.callers())
        .inOwnPartition()
        .onThingsOf("iam", ROLE, Optional.empty());
  }

  /** The first of the calls that a session is allowed on something they work on. */
  private Optional<Escape> written(RoleSessions sessions) {
    Requests own = sessions.requests();
    if (allowed(sessions, calls(own, IamWrites.ALL)).isNo()) {
      return Optional.empty();
    }
    Optional<Escape> open = Optional.empty();
    for (Map.Entry<String, List<String>> some : IamWrites.BY_TARGET.entrySet()) {
      Requests requests = calls(own(sessions, some.getKey()), some.getValue());
      Answer answer = allowed(sessions, requests);
      Escape escape = without(Escape.Way.IAM_WRITE, answer, sessions, Optional.empty());
      if (answer.isYes()) {
        return Optional.of(escape);
      }
      open = open.or(() -> answer.isOpen() ? Optional.of(escape) : Optional.empty());
    }
    return open;
  }

  /** The calls of IAM that alone raise permissions (R6.2); loaded when first needed. */
  private static final class IamWrites {
    static final Map<String, List<String>> BY_TARGET = byTarget();
    static final List<String> ALL =
        BY_TARGET.values().stream().flatMap(List::stream).distinct().toList();

    /** By how the ARNs of what they work on begin, a user say. */
    private static Map<String, List<String>> byTarget() {
      Map<String, List<String>> calls = new TreeMap<>();
      for (SensitiveAction action : SensitiveAction.all()) {
        boolean raises = action.dangers().contains(Danger.PRIVILEGE_ESCALATION);
        if (raises && action.id().startsWith("iam:")) {
          Catalog.shipped().action(action.id()).stream()
              .flatMap(known -> known.targets().stream())
              .map(target -> prefix(target.type().arn()))
              .forEach(arn -> calls.computeIfAbsent(arn, a -> new ArrayList<>()).add(action.id()));
        }
      }
      return calls;
    }

    /** {@code user/} of an ARN with variables. */
    private static String prefix(String arn) {
      String resource = arn.substring(arn.lastIndexOf(':') + 1);
      int variable = resource.indexOf("${");
      return variable < 0 ? resource : resource.substring(0, variable);
    }
  }

  /** What is called so in the role's account; in any where that is not known. */
  private static Requests own(RoleSessions sessions, String prefix) {
    return sessions.requests().onThingsOf("iam", prefix, sessions.role().account());
  }

  /** The first way to have a service use a role that the session may pass to it. */
  private Optional<Escape> passed(RoleSessions sessions) {
    Requests passing = calls(own(sessions, ROLE), List.of(PASS));
    if (allowed(sessions, passing).isNo()) {
      return Optional.empty();
    }
    Optional<Escape> open = Optional.empty();
    Map<String, Answer> calls = new HashMap<>();
    for (EscalationPath launch : Launches.ALL) {
      Answer answer = launched(sessions, passing, launch, calls);
      Escape escape = without(Escape.Way.PASS_ROLE, answer, sessions, Optional.of(launch));
      if (answer.isYes()) {
        return Optional.of(escape);
      }
      open = open.or(() -> answer.isOpen() ? Optional.of(escape) : Optional.empty());
    }
    return open;
  }

  /** The ways to have a service act under a role (R6.3). */
  private static final class Launches {
    static final List<EscalationPath> ALL =
        EscalationPaths.shipped().all().stream()
            .filter(path -> path.passesRole() && path.decidingAction().equals(PASS))
            .toList();
  }

  /** An escape that leads to no role of the input in particular. */
  private static Escape without(
      Escape.Way way, Answer answer, RoleSessions sessions, Optional<EscalationPath> launch) {
    return new Escape(way, answer, sessions.letThrough(answer), launch, Escape.Onward.NONE);
  }

  /**
   * @param calls the answers so far for what is called besides
   */
  private Answer launched(
      RoleSessions sessions, Requests passing, EscalationPath launch, Map<String, Answer> calls) {
    List<Answer> all = new ArrayList<>();
    for (String action : launch.actions().subList(1, launch.actions().size())) {
      Answer answer =
          calls.computeIfAbsent(
              action, a -> allowed(sessions, calls(sessions.requests(), List.of(a))));
      if (answer.isNo()) {
        return answer;
      }
      all.add(answer);
    }
    KeyTest toService =
        KeyTest.oneOf(PASSED_TO, launch.trustedServices().stream().sorted().toList());
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
