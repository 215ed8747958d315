package io.rolewright.reason.actor;

import io.rolewright.reason.encode.Requests;
import java.util.List;

/** Somebody who may try to assume a role. */
@FunctionalInterface
public interface Actor {

  /**
   * The requests he can make, one entry for each kind of caller that he can be; no request of his
   * is missing. Where what he can say cannot be said exactly there are more than he can make.
   */
  List<Requests> requests(Target target);
}
