package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Formula;
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
  }

  public Requests {
    restrictions = List.copyOf(restrictions);
  }

  /** All requests of the callers. */
  public static Requests of(Callers callers) {
    return new Requests(callers, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same of one resource in an account. */
  public Requests on(String arn, String account) {
    return new Requests(callers, Optional.of(arn), Optional.of(account), restrictions);
  }

  /** The same of resources that an account owns. */
  public Requests inAccount(String account) {
    return new Requests(callers, resource, Optional.of(account), restrictions);
  }

  /** Those of which something more is so. */
  public Requests where(Restriction restriction) {
    List<Restriction> more = new ArrayList<>(restrictions);
    more.add(restriction);
    return new Requests(callers, resource, owner, more);
  }
}
