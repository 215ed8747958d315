package io.rolewright.reason.actor;

import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Requests;
import java.util.Map;

/**
 * What a principal can ask for by permissions of its own: it is where its policies have it in mind,
 * and what a caller chooses in a call it chooses as it likes.
 */
public final class OwnRequests {

  private OwnRequests() {}

  /** All calls that these callers can make. Law: each is one that AWS takes from such a caller. */
  public static Requests of(Callers callers) {
    return Requests.of(callers).where(new InsiderKeys().restriction(Map.of())).where(Typed::names);
  }
}
