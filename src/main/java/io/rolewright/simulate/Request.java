package io.rolewright.simulate;

/**
 * One request to AWS (R0.1).
 *
 * @param action such as {@code sts:AssumeRole}
 * @param resource an ARN, or {@code *}
 */
public record Request(Caller principal, String action, String resource, Context context) {}
