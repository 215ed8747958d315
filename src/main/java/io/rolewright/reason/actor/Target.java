package io.rolewright.reason.actor;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Requests;
import java.util.List;
import java.util.Set;

/**
 * The role that an actor may try to assume, and what tells him from those who are meant to.
 *
 * @param documents the policies that decide; whoever they name in full is no stranger
 * @param role the role's ARN
 * @param owner its account
 * @param accounts further accounts of one's own or trusted
 * @param organizations one's own organisations or trusted
 */
public record Target(
    List<PolicyDocument> documents,
    String role,
    String owner,
    Set<String> accounts,
    Set<String> organizations) {

  public Target {
    documents = List.copyOf(documents);
    accounts = Set.copyOf(accounts);
    organizations = Set.copyOf(organizations);
  }

  /** A role with its trust policy. */
  public static Target of(PolicyDocument trust, String role, String owner) {
    return new Target(List.of(trust), role, owner, Set.of(), Set.of());
  }

  /** The same, with these accounts and organisations known as one's own or trusted. */
  public Target besides(Set<String> accounts, Set<String> organizations) {
    return new Target(documents, role, owner, accounts, organizations);
  }

  String partition() {
    String[] parts = role.split(":", 3);
    return parts.length == 3 ? parts[1] : "aws";
  }

  Named named() {
    return Named.in(this);
  }

  /** Calls of an action that ask for this role. */
  Requests requests(Callers callers, String action) {
    return Requests.of(callers).on(role, owner).where(encoding -> encoding.action(List.of(action)));
  }
}
