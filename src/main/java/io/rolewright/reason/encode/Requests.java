package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.solve.Hints;
import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The requests that a question is about: those of some callers, perhaps on one resource, and as far
 * as the restrictions let them.
 *
 * @param resource the one resource they ask for; any if it is not given
 * @param owner the account of the resource, if it is known
 */
public record Requests(
    Callers callers,
    Optional<String> resource,
    Optional<String> owner,
    List<Restriction> restrictions) {

  /** What is so of the requests. */
  public interface Restriction {

    Formula on(Encoding encoding);

    /** The condition keys that it reads, in lower case. */
    default Set<String> keys() {
      return Set.of();
    }

    /**
     * What all requests say of a condition key, as far as that is known before anything is asked:
     * its values, none if no request has it. Empty if it is not known.
     *
     * @param key in lower case
     */
    default Optional<List<String>> said(String key) {
      return Optional.empty();
    }

    /**
     * Texts to show if they will do, the best first; empty where nothing is better than anything.
     *
     * @param name of a field or key
     */
    default Optional<Hints> examples(String name) {
      return Optional.empty();
    }
  }

  public Requests {
    restrictions = List.copyOf(restrictions);
  }

  /** What all of them say of a key, if a restriction knows it. */
  Optional<List<String>> said(String key) {
    return restrictions.stream().flatMap(one -> one.said(key).stream()).findFirst();
  }

  /** All requests of the callers. */
  public static Requests of(Callers callers) {
    return new Requests(callers, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same of one resource in an account. */
  public Requests on(String arn, String account) {
    return new Requests(callers, Optional.of(arn), Optional.of(account), restrictions);
  }

  /** The same of one resource of which it is not known whose it is. */
  public Requests on(String arn) {
    return new Requests(callers, Optional.of(arn), Optional.empty(), restrictions);
  }

  /** The same of resources that an account owns. */
  public Requests inAccount(String account) {
    return new Requests(callers, resource, Optional.of(account), restrictions);
  }

  /** Those for resources of the callers' partition; none can be made for others (R2.13). */
  public Requests inOwnPartition() {
    Language all = ArnPatterns.all();
    Language own = ArnPatterns.with(ArnPatterns.PARTITION, callers.partition());
    return where(
        encoding -> {
          Formulas formulas = encoding.formulas();
          return formulas.or(
              formulas.not(formulas.in(Terms.RESOURCE, all)), formulas.in(Terms.RESOURCE, own));
        });
  }

  /**
   * Those for what a service calls so, whatever its region.
   *
   * @param prefix with which the last part of the ARN begins: {@code role/}
   * @param account in the ARN; any where it is not given
   */
  public Requests onThingsOf(String service, String prefix, Optional<String> account) {
    Language arns = ArnPatterns.of(service, account, prefix);
    return where(encoding -> encoding.formulas().in(Terms.RESOURCE, arns));
  }

  /** Those of which something more is so. */
  public Requests where(Restriction restriction) {
    List<Restriction> more = new ArrayList<>(restrictions);
    more.add(restriction);
    return new Requests(callers, resource, owner, more);
  }
}
