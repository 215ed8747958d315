package io.rolewright.simulate.sts;

import io.rolewright.source.Origin;

/** A value with the place where it was written. */
public record Given(String value, Origin at) {}
