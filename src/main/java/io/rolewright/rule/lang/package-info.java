/**
 * The rule language: what stands in the {@code rule} blocks of rule files.
 *
 * <p>{@code BlockParser} reads a block with ANTLR into a {@code Syntax} tree; {@code Typing} checks
 * it against the {@link io.rolewright.rule.lang.Vocabulary} and makes it {@code Node}s, each of
 * which has two meanings that agree: its value, and what it tells the reasoner. A rule ends: it has
 * no loops but those over lists, no recursion, and does no input or output.
 */
package io.rolewright.rule.lang;
