package io.rolewright.analyze.examples;

/**
 * A way in which a rule does otherwise than an example says.
 *
 * @param line of the rule file, from 1
 * @param message what was expected and what was found, in one line
 */
public record Fault(int line, String message) {}
