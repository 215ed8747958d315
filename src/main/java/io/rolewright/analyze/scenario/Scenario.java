package io.rolewright.analyze.scenario;

import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.ResourceRequest;
import io.rolewright.simulate.sts.StsCall;
import io.rolewright.simulate.sts.Surroundings;
import io.rolewright.simulate.sts.TargetRole;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A story to simulate, as read from a scenario file.
 *
 * @param calls in order; each is made with the credentials that the one before gave. None where
 *     only the caller's own requests are asked about
 * @param questions asked of the last session
 */
public record Scenario(
    Origin at,
    Optional<String> title,
    Credentials caller,
    Surroundings surroundings,
    List<Call> calls,
    List<Question> questions) {

  /** A call with the role it asks for. */
  public record Call(StsCall call, Optional<TargetRole> role) {}

  /**
   * May the session do this?
   *
   * @param expected what the file says the answer should be
   */
  public record Question(ResourceRequest request, Optional<Boolean> expected) {}

  public Scenario {
    calls = List.copyOf(calls);
    questions = List.copyOf(questions);
  }
}
