/**
 * The intermediate representation: what policies and roles <em>say</em>, in no format and with no
 * judgement. Immutable; every node knows its {@link io.rolewright.source.Origin}.
 *
 * <p>Start with {@link io.rolewright.model.Inventory} (all that one run found) and {@link
 * io.rolewright.model.PolicyDocument}. May use {@code source} only.
 */
package io.rolewright.model;
