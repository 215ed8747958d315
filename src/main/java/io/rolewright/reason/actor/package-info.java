/**
 * Who a bad request may come from, said as the requests that he can make: of each condition key,
 * what he has a say in. A key guards against an actor only if he cannot set it, and only if it can
 * be in his requests at all (sections 3.4 and 5.1 of the semantics).
 */
package io.rolewright.reason.actor;
