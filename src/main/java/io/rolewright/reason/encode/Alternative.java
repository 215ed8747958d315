package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Template;

/**
 * One way for a text of a request to be as a policy wants it.
 *
 * @param guard what must hold of the request
 * @param template what the text must fit
 * @param arn whether the text must besides have the six parts of an ARN
 */
record Alternative(Formula guard, Template template, boolean arn) {}
