/**
 * Reports: an {@link io.rolewright.analyze.Analysis} written as text, JSON or SARIF, one class per
 * format. The same analysis gives the same bytes.
 *
 * <p>Start with {@link io.rolewright.report.Report}. May use {@code analyze} and everything below
 * it; opens no files, prints nothing, knows no terminal: whether colours are wanted is told.
 */
package io.rolewright.report;
