package io.rolewright.analyze.compare;

/**
 * A question about two versions that has no answer.
 *
 * @param reason why, as the end of a sentence
 */
public record Undecided(Direction direction, Aspect aspect, String reason) {}
