package io.rolewright.simulate.sts;

import io.rolewright.simulate.Context;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.source.Origin;
import java.util.Optional;

/**
 * A question: may these credentials do this?
 *
 * @param at where it was asked
 * @param resource an ARN or {@code *}
 * @param resourceAccount its owner, where the ARN does not tell
 * @param resourcePolicy of the resource
 * @param context keys of this request besides those that credentials and surroundings give
 */
public record ResourceRequest(
    Origin at,
    String action,
    String resource,
    Optional<String> resourceAccount,
    Optional<NamedPolicy> resourcePolicy,
    Context context) {}
