/**
 * What proofs rest on: plausible policies, the requests that AWS would really make of some names
 * and values, and what must be so of both. Written from the semantics, apart from the encoder.
 */
package io.rolewright.reason.law;
