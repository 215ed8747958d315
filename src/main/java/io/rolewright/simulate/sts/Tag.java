package io.rolewright.simulate.sts;

import io.rolewright.source.Origin;

/** A session tag as passed (R3.18). Keys compare without regard to case. */
public record Tag(String key, String value, Origin at) {}
