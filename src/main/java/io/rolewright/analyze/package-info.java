/**
 * The façade: inputs and configuration to an {@link io.rolewright.analyze.Analysis}. The command
 * line, the Maven plugin and any other host call {@link io.rolewright.analyze.Analyzer}; none reads
 * files on its behalf.
 *
 * <p>Owns configuration, suppression, baselines and the order of results. Knows no output formats.
 */
package io.rolewright.analyze;
