/**
 * What AWS checks when a policy is stored, kind by kind (sections 1.1 to 1.6 of the semantics). Ask
 * {@link io.rolewright.simulate.validity.Grammar}; it knows nothing of requests.
 */
package io.rolewright.simulate.validity;
