/**
 * Concrete semantics: a request against policies, to a decision with reasons.
 *
 * <p>Each class cites the rules of AWS's semantics it implements by their {@code R} number. May use
 * {@code catalog}, {@code model} and {@code source}; knows no rules and no solver.
 */
package io.rolewright.simulate;
