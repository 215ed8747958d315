package io.rolewright.rule.check;

import io.rolewright.model.Identity;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.permission.Holder;

/** A checker of permissions, to which it is all the same who holds them. */
interface HolderChecker extends Checker {

  /** Looks at what somebody holds. */
  void check(Holder holder, Estate estate, Findings findings);

  @Override
  default void check(Role role, Estate estate, Findings findings) {
    check(Holder.of(role), estate, findings);
  }

  @Override
  default void check(Identity identity, Estate estate, Findings findings) {
    check(Holder.of(identity), estate, findings);
  }

  @Override
  default void check(SessionGrant grant, Estate estate, Findings findings) {
    check(Holder.of(grant), estate, findings);
  }

  @Override
  default void check(PolicyInPlace policy, Estate estate, Findings findings) {
    Holder.of(policy).ifPresent(holder -> check(holder, estate, findings));
  }
}
