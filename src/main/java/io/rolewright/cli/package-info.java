/**
 * The command line: what people type, where output goes, exit codes. The only package that knows a
 * terminal, standard streams and {@code System.exit}.
 *
 * <p>Start with {@link io.rolewright.cli.Main}. Each command is one class. Options are declared
 * with picocli's programmatic interface, since annotations would need reflection that class-data
 * sharing cannot archive.
 */
package io.rolewright.cli;
