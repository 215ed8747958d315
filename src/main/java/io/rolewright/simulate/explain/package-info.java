/**
 * Decisions put into words: who said no, what is missing, and the smallest change that would let a
 * request through, tried out before it is named.
 *
 * <p>Start with {@link io.rolewright.simulate.explain.Explainer}.
 */
package io.rolewright.simulate.explain;
