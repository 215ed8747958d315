package io.rolewright.rule.session;

import io.rolewright.model.Statement;

/**
 * An answer about one statement of a session policy.
 *
 * @param statement with its place; templates' own pieces such as the partition are filled in
 * @param policy the name of the policy that has it
 */
public record StatementAnswer(Statement statement, String policy, Answer answer) {}
