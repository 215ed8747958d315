package io.rolewright.rule.session;

import io.rolewright.model.Amount;
import io.rolewright.rule.permission.Privilege;

/**
 * Sessions that may last longer than the estate wants them to.
 *
 * @param amount the duration, where it is written
 * @param seconds what it comes to
 * @param limit of the tier, in seconds
 * @param privilege how much the sessions can do: it decides the tier, and {@link Privilege#UNKNOWN}
 *     counts as ordinary
 */
public record LongSession(Amount amount, long seconds, long limit, Privilege privilege) {}
