/**
 * Rule files: literate Markdown, one per rule, read at build time into an index and on demand as
 * pages.
 *
 * <p>{@link io.rolewright.rule.file.RuleBook} is what a run uses; {@link
 * io.rolewright.rule.file.RuleFile} reads and checks a file with its examples.
 */
package io.rolewright.rule.file;
