package io.rolewright.analyze.fix;

/** A piece {@code [start, end)} of a text that is replaced by another. */
record Cut(int start, int end, String text) {}
