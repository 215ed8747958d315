package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.Optional;

/**
 * A policy that is put on a role, user, group or session, or serves as its boundary.
 *
 * @param origin where it is attached: the inline policy, or the reference
 * @param name an inline policy's name or a managed policy's ARN
 * @param managed whether it is referred to, not written inline
 * @param document what it says; empty where a managed policy is not in the input
 */
public record Attachment(
    Origin origin, Text name, boolean managed, Optional<PolicyDocument> document) {}
