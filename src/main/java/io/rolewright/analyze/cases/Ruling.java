package io.rolewright.analyze.cases;

import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.sts.Authorized;
import java.util.Optional;
import java.util.Set;

/**
 * How a case came out.
 *
 * @param why in words, without a final period; empty where {@code authorized} tells
 * @param expected the answer that counts under the assumptions taken
 * @param expectedReason in the same way
 * @param hangsOn the uncertain items of which the other option gives another answer
 * @param authorized the request that decides, with its trace if asked for
 */
public record Ruling(
    Case asked,
    Answer answer,
    ReasonCode reason,
    String why,
    Optional<Boolean> expected,
    Optional<ReasonCode> expectedReason,
    Set<Uncertainty> hangsOn,
    Optional<Authorized> authorized) {

  /** The possible answers. */
  public enum Answer {
    ALLOW("allow"),
    DENY("deny"),
    /** A policy leaves open what decides. */
    UNDECIDED("undecided");

    private final String shown;

    Answer(String shown) {
      this.shown = shown;
    }

    /** The name in reports. */
    public String shown() {
      return shown;
    }
  }

  /** Whether the answer is as expected; absent where nothing is. */
  public Optional<Boolean> agrees() {
    return expected.map(allowed -> answer == (allowed ? Answer.ALLOW : Answer.DENY));
  }

  /** The expected reason where the answer is as expected but for another reason. */
  public Optional<ReasonCode> otherReason() {
    return expectedReason.filter(code -> code != reason && agrees().orElse(false));
  }
}
