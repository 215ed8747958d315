package io.rolewright.simulate.sts;

import io.rolewright.source.Origin;

/**
 * Why AWS does not take a call, whatever the policies say.
 *
 * @param at the guilty value, or the call
 * @param message one line that says the limit: lower-case start, no final period, user text in
 *     backticks
 * @param fix one line: the smallest change that would let it through
 * @param rule the number in the semantics: {@code R3.19}, {@code 3.1}
 */
public record Fault(Origin at, String message, String fix, String rule) {}
