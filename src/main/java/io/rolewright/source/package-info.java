/**
 * Text and places in it: files, offsets, lines and columns, problems. Knows nothing of policies.
 *
 * <p>Start with {@link io.rolewright.source.Origin}: every node of the model carries one.
 */
package io.rolewright.source;
