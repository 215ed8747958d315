/**
 * Fixes: changes of policies as edits of the files they were written in, JSON or YAML, and the
 * proof that a fix mends what it should and locks nobody out.
 *
 * <p>Start with {@link io.rolewright.analyze.fix.Fixer}.
 */
package io.rolewright.analyze.fix;
