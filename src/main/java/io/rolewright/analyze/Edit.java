package io.rolewright.analyze;

import io.rolewright.source.Origin;

/**
 * A piece of a file that is replaced.
 *
 * @param at what goes; empty where something is only put in
 * @param text what comes, as it is to stand in the file
 */
public record Edit(Origin at, String text) {}
