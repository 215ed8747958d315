package io.rolewright.simulate;

import io.rolewright.model.PolicyDocument;

/**
 * A policy under the name people know it by.
 *
 * @param name an inline policy's name, a managed policy's ARN, or what the policy is for
 */
public record NamedPolicy(String name, PolicyDocument document) {}
