package io.rolewright.analyze.cases;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Uncertainty;
import java.util.Optional;

/**
 * What a case should come out as.
 *
 * @param allowed whether it is allowed or accepted; absent where nothing is expected
 * @param reason why; differing reasons are worth a note only
 * @param uncertain the item on which the answer hangs
 * @param alternative the answer under option B of that item
 */
public record Expectation(
    Optional<Boolean> allowed,
    Optional<ReasonCode> reason,
    Optional<Uncertainty> uncertain,
    Optional<Boolean> alternative) {

  /** Whether the alternative is what counts. */
  public boolean isOfAlternative(Assumptions assumptions) {
    return alternative.isPresent() && uncertain.filter(assumptions::isB).isPresent();
  }

  /** What is expected under assumptions. */
  public Optional<Boolean> under(Assumptions assumptions) {
    return isOfAlternative(assumptions) ? alternative : allowed;
  }

  /** The expected reason; an alternative has none. */
  public Optional<ReasonCode> reasonUnder(Assumptions assumptions) {
    return isOfAlternative(assumptions) ? Optional.empty() : reason;
  }
}
