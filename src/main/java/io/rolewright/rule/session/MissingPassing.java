package io.rolewright.rule.session;

import io.rolewright.model.Statement;

/**
 * A statement of a trust policy that demands something to be passed to the session which the trust
 * policy lets nobody pass (R2.20).
 *
 * @param action {@code sts:TagSession} or {@code sts:SetSourceIdentity}
 * @param answer yes with proofs that every call which the statement allows passes it, and that no
 *     such call may; or open
 */
public record MissingPassing(Statement statement, String action, Answer answer) {}
