package io.rolewright.rule.permission;

import io.rolewright.catalog.AccessLevel;
import io.rolewright.catalog.ActionPattern;
import io.rolewright.catalog.Service;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which of a service's actions a holder is allowed on a scope: what statements allow, less what is
 * denied without conditions, within the boundary. Sets are of positions in the service's actions.
 */
final class ServiceActions {

  private final Holder holder;
  private final Service service;

  ServiceActions(Holder holder, Service service) {
    this.holder = holder;
    this.service = service;
  }

  /** What those Allow statements that {@code counted} takes leave open on the scope. */
  BitSet allowed(Scope scope, Predicate<Statement> counted) {
    BitSet allowed = new BitSet();
    for (PolicyDocument policy : holder.policies()) {
      allowed.or(granted(policy, scope, counted));
    }
    for (PolicyDocument policy : holder.policies()) {
      allowed.andNot(denied(policy, scope));
    }
    Optional<PolicyDocument> boundary = holder.boundary();
    if (boundary.isPresent()) {
      allowed.and(granted(boundary.get(), scope, s -> true));
      allowed.andNot(denied(boundary.get(), scope));
    }
    return allowed;
  }

  /**
   * Whether a set comes close to the whole service: nine tenths of it, or most of its reading along
   * with much of its changing. {@code s3:Get*} with {@code s3:Put*} does, {@code s3:Get*} with
   * {@code s3:List*} does not.
   */
  boolean isNearlyAll(BitSet actions) {
    int all = service.actions().size();
    if (actions.cardinality() * 10 >= all * 9) {
      return all > 0;
    }
    int read = count(actions, AccessLevel.READ) + count(actions, AccessLevel.LIST);
    int write = count(actions, AccessLevel.WRITE);
    BitSet every = every();
    int allRead = count(every, AccessLevel.READ) + count(every, AccessLevel.LIST);
    int allWrite = count(every, AccessLevel.WRITE);
    return actions.cardinality() * 2 >= all && read * 4 >= allRead * 3 && write * 3 >= allWrite;
  }

  /** What patterns speak of, whatever the resource. */
  BitSet named(List<ActionPattern> patterns) {
    BitSet named = new BitSet();
    List<ActionPattern> mine =
        patterns.stream().filter(p -> p.matchesService(service.prefix())).toList();
    List<ServiceAction> actions = service.actions();
    for (int i = 0; i < actions.size(); i++) {
      for (ActionPattern pattern : mine) {
        if (pattern.coversAllNames() || pattern.matches(actions.get(i))) {
          named.set(i);
          break;
        }
      }
    }
    return named;
  }

  private BitSet granted(PolicyDocument policy, Scope scope, Predicate<Statement> counted) {
    BitSet granted = new BitSet();
    for (Statement statement : policy.statements()) {
      if (statement.isAllow() && counted.test(statement) && scope.isWithin(statement)) {
        granted.or(named(statement));
      }
    }
    return granted;
  }

  private BitSet denied(PolicyDocument policy, Scope scope) {
    BitSet denied = new BitSet();
    for (Statement statement : policy.statements()) {
      if (statement.isDeny() && statement.conditions().isEmpty() && scope.isWithin(statement)) {
        denied.or(named(statement));
      }
    }
    return denied;
  }

  private BitSet named(Statement statement) {
    return statement
        .action()
        .match(
            listed -> named(patterns(listed.patterns())),
            except -> {
              BitSet rest = every();
              rest.andNot(named(patterns(except.patterns())));
              return rest;
            },
            absent -> new BitSet());
  }

  private BitSet every() {
    BitSet every = new BitSet();
    every.set(0, service.actions().size());
    return every;
  }

  private int count(BitSet actions, AccessLevel level) {
    return (int) actions.stream().filter(i -> service.actions().get(i).level() == level).count();
  }

  private static List<ActionPattern> patterns(List<Text> texts) {
    List<ActionPattern> patterns = new ArrayList<>();
    texts.forEach(text -> ActionText.pattern(text).ifPresent(patterns::add));
    return patterns;
  }
}
