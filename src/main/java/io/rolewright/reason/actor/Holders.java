package io.rolewright.reason.actor;

import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Compound;
import io.rolewright.reason.encode.Requests;
import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holders of permissions, asking for anything anywhere, not only for a session of a role. */
public final class Holders {

  private Holders() {}

  /** Any user, and any session of a role, of whichever account. */
  public static Actor anybody() {
    return target -> asking(Stream.of(Caller.Kind.ROLE_SESSION, Caller.Kind.USER), target);
  }

  private static List<Requests> asking(Stream<Caller.Kind> kinds, Target target) {
    return kinds
        .map(kind -> Callers.all(kind, target.partition()))
        .map(callers -> OwnRequests.of(callers).inOwnPartition())
        .toList();
  }

  /**
   * Any session of one role, whatever its name.
   *
   * @param arn of the role, with its path
   */
  public static Actor sessionOf(String arn) {
    String[] parts = arn.split(":", 6);
    Callers all = Callers.all(Caller.Kind.ROLE_SESSION, parts[1]).ofAccount(parts[4]);
    Callers sessions =
        new Callers(
            all.kind(),
            all.partition(),
            all.account(),
            Optional.of(Compound.of(parts[5].substring("role/".length()))),
            all.session(),
            all.issuer(),
            all.principal());
    return target -> List.of(OwnRequests.of(sessions).inOwnPartition());
  }
}
