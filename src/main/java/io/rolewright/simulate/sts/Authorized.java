package io.rolewright.simulate.sts;

import io.rolewright.simulate.Decision;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Uncertainty;
import java.util.Set;

/**
 * One request with what was decided on it.
 *
 * @param policies under which it was decided
 * @param decision with its trace
 * @param hangsOn the uncertain items of which the other option gives another verdict
 */
public record Authorized(
    Request request, PoliciesInForce policies, Decision decision, Set<Uncertainty> hangsOn) {}
