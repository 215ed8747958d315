/**
 * Two versions of the same policies, compared: what the new one allows that the old one does not,
 * and the reverse, each with a request that shows it. {@link
 * io.rolewright.analyze.compare.Comparer} is the way in.
 */
package io.rolewright.analyze.compare;
