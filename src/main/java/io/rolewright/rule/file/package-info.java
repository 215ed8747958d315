/**
 * Rule files: literate Markdown, one per rule. Shipped ones are read at build time into an index
 * and on demand as pages; private ones are read at run time.
 *
 * <p>{@link io.rolewright.rule.file.RuleSet} is what a run uses: the shipped rules of {@link
 * io.rolewright.rule.file.RuleBook} and those of a {@link io.rolewright.rule.file.RuleLoader}.
 * {@link io.rolewright.rule.file.RuleReader} takes one file apart, with its examples.
 */
package io.rolewright.rule.file;
