package io.rolewright.rule.trust;

import io.rolewright.catalog.KnownAccount;
import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Estate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An external ID that one role asks of a vendor and another role of another vendor, so that each of
 * the two knows the other's. Vendors of one role learn nothing by it: each can assume that role
 * anyway.
 *
 * @param value where one of the roles asks for it
 * @param others whom another asks: vendors' names, or numbers of accounts
 */
public record SharedExternalId(Text value, List<String> others) {

  public SharedExternalId {
    others = List.copyOf(others);
  }

  /**
   * A place that asks some vendors for an ID.
   *
   * @param told whether one of them is surely not the owner; else all may be accounts of his own
   */
  private record Use(Text value, Set<String> vendors, boolean told, Role role) {

    boolean isSharedWith(Use other) {
      return role != other.role
          && (told || other.told)
          && Collections.disjoint(vendors, other.vendors);
    }
  }

  /** All of them in the input, in written order. */
  public static List<SharedExternalId> in(Estate estate) {
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    for (Role role : estate.inventory().roles()) {
      role.trust().ifPresent(trust -> add(trust, role, estate, uses));
    }
    List<SharedExternalId> shared = new ArrayList<>();
    uses.values().forEach(same -> add(same, shared));
    return shared;
  }

  private static void add(List<Use> uses, List<SharedExternalId> into) {
    for (Use use : uses) {
      uses.stream()
          .filter(use::isSharedWith)
          .findFirst()
          .ifPresent(o -> into.add(new SharedExternalId(use.value(), List.copyOf(o.vendors()))));
    }
  }

  private static void add(
      PolicyDocument trust, Role role, Estate estate, Map<String, List<Use>> into) {
    for (Statement allow : trust.statements()) {
      List<Text> accounts = allow.isAllow() ? outside(trust, allow, role, estate) : List.<Text>of();
      Set<String> vendors = vendors(accounts);
      boolean told = accounts.stream().anyMatch(account -> isTold(account, role, estate));
      for (Text value : vendors.isEmpty() ? List.<Text>of() : asked(trust, allow)) {
        Use use = new Use(value, vendors, told, role);
        value.plain().ifPresent(id -> into.computeIfAbsent(id, i -> new ArrayList<>()).add(use));
      }
    }
  }

  private static boolean isTold(Text account, Role role, Estate estate) {
    return estate.relation(account, role) != Estate.Relation.UNTOLD
        || account.plain().flatMap(KnownAccount::of).isPresent();
  }

  /** Who of other accounts is let in. */
  private static List<Text> outside(
      PolicyDocument trust, Statement allow, Role role, Estate estate) {
    List<Text> accounts = new ArrayList<>();
    for (PrincipalPattern pattern : allow.principal().patterns()) {
      if (!(pattern instanceof PrincipalPattern.Federated)) {
        Principals.account(pattern).ifPresent(accounts::add);
      }
    }
    accounts.addAll(
        Principals.everyone(allow).isPresent() ? Named.picked(trust, allow) : List.of());
    return accounts.stream()
        .filter(account -> estate.relation(account, role) != Estate.Relation.OWN)
        .toList();
  }

  private static Set<String> vendors(List<Text> accounts) {
    Set<String> vendors = new TreeSet<>();
    accounts.stream()
        .flatMap(account -> account.plain().stream())
        .map(SharedExternalId::vendor)
        .forEach(vendors::add);
    return vendors;
  }

  private static String vendor(String account) {
    Optional<KnownAccount> known = KnownAccount.of(account);
    return known.map(KnownAccount::vendor).orElse("account " + account);
  }

  /** The external IDs that let somebody in. */
  private static List<Text> asked(PolicyDocument trust, Statement allow) {
    List<Text> asked = new ArrayList<>();
    allow.conditions().stream()
        .filter(c -> isAsking(c, false))
        .forEach(c -> asked.addAll(c.values()));
    trust.statements().stream()
        .filter(Statement::isDeny)
        .flatMap(deny -> deny.conditions().stream())
        .filter(c -> isAsking(c, true))
        .forEach(c -> asked.addAll(c.values()));
    return asked;
  }

  private static boolean isAsking(Condition condition, boolean negated) {
    return condition.keyName().equals("sts:externalid")
        && condition.operator().filter(o -> o.negated() == negated && isText(o)).isPresent();
  }

  private static boolean isText(io.rolewright.model.ConditionOperator operator) {
    return switch (operator.comparison()) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE -> true;
      default -> false;
    };
  }
}
