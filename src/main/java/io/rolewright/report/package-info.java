/**
 * Reports: an {@link io.rolewright.analyze.Analysis} written as text, JSON or SARIF, and what the
 * other commands found as text, JSON or Markdown, one class per format. The same outcome gives the
 * same bytes.
 *
 * <p>Start with {@link io.rolewright.report.Report}. May use {@code analyze} and everything below
 * it; opens no files, prints nothing, knows no terminal: whether colours are wanted is told.
 */
package io.rolewright.report;
