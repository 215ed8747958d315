package io.rolewright.simulate.sts;

import java.time.Instant;
import java.util.List;

/**
 * What a successful call gives.
 *
 * @param credentials to call with next
 * @param arn as {@code GetCallerIdentity} shows it
 * @param durationSeconds granted
 * @param expires the end of the session
 * @param durationReason why it is so long and not longer: one sentence
 * @param notes what else is worth knowing, such as a request that was cut to a maximum
 */
public record Session(
    Credentials credentials,
    String arn,
    int durationSeconds,
    Instant expires,
    String durationReason,
    List<String> notes) {

  public Session {
    notes = List.copyOf(notes);
  }
}
