package io.rolewright.reason.access;

import io.rolewright.reason.formula.Formula;

/**
 * Something that gives access, such as one statement that allows.
 *
 * @param label what a line names it by
 * @param formula the requests it speaks of by itself
 */
public record Source<S>(S label, Formula formula) {}
