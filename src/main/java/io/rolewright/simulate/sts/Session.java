package io.rolewright.simulate.sts;

import io.rolewright.simulate.NamedPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

  /** The names of the session policies that the call passed; absent where it passed none. */
  public Optional<List<String>> policyNames() {
    return credentials
        .sessionPolicies()
        .map(
            all -> all.stream().map(NamedPolicy::name).filter(n -> !RootTasks.isPower(n)).toList());
  }
}
