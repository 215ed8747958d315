package io.rolewright.model;

import java.util.Optional;

/**
 * A policy that stands on its own: a raw policy file, a managed policy, a policy attached to
 * something outside the input.
 *
 * @param kind what it is for
 * @param name its name, or the file's
 * @param account the owner, where the input says it
 * @param world as in {@link Role#world()}
 */
public record StandalonePolicy(
    PolicyKind kind, Text name, Optional<String> account, PolicyDocument document, String world) {}
