package io.rolewright.source;

/**
 * A place a person can go to.
 *
 * @param line counted from 1
 * @param column counted from 1 in UTF-16 code units, as SARIF and most editors do
 */
public record Position(int line, int column) {}
