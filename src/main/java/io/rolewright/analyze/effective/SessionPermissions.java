package io.rolewright.analyze.effective;

import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.sts.Session;
import io.rolewright.simulate.sts.SessionFacts;
import io.rolewright.simulate.sts.Surroundings;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a session can do, whatever it asks for, from wherever and whenever in its life: as far as
 * the policies of its own side say it, on resources of its own account.
 *
 * @param can all that is allowed; absent where that was not worked out
 * @param taken what the session policies took away; absent where none were passed
 * @param omitted why {@code can} is absent
 */
public record SessionPermissions(
    Optional<PermissionList> can, Optional<PermissionList> taken, Optional<String> omitted) {

  /** The permissions of a session. */
  public static SessionPermissions of(
      Session session, Surroundings surroundings, Assumptions assumptions, Means means) {
    if (!assumptions.optionB().isEmpty()) {
      return omitted(
          "the list is made under option A of every uncertain item, and here option B is taken of "
              + assumptions.optionB().stream()
                  .map(Uncertainty::name)
                  .collect(Collectors.joining(", ")));
    }
    SessionFacts facts = SessionFacts.of(session.credentials(), surroundings);
    Optional<String> account = session.credentials().caller().account();
    return account
        .map(owner -> answer(new SessionAccess(facts, session, owner, means)))
        .orElseGet(() -> omitted("the session is of no account"));
  }

  private static SessionPermissions answer(SessionAccess access) {
    if (access.hasNoRequests()) {
      return omitted("this session carries what the list does not know of such sessions");
    }
    return new SessionPermissions(Optional.of(access.can()), access.taken(), Optional.empty());
  }

  private static SessionPermissions omitted(String why) {
    return new SessionPermissions(Optional.empty(), Optional.empty(), Optional.of(why));
  }
}
