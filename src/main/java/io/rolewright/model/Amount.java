package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.OptionalLong;

/**
 * A number as configured, such as a duration in seconds.
 *
 * @param origin the value
 * @param value the number; empty where the text is unknown or no number
 * @param written the text
 */
public record Amount(Origin origin, OptionalLong value, Text written) {}
