/**
 * Input formats: one sub-package each, every one to the model. {@code parse.tree} is what they
 * share; {@link io.rolewright.parse.InputFormat} is what each implements.
 *
 * <p>May use {@code model} and {@code source} (and {@code catalog} not at all: reading does not
 * judge).
 */
package io.rolewright.parse;
