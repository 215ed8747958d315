/**
 * What sessions of roles can do and how long they last: the questions of the rules on session
 * policies, session tags and durations.
 *
 * <p>Start with {@link io.rolewright.rule.session.SessionQuestions}, which asks them, {@link
 * io.rolewright.rule.session.Granted}, what most are about, and {@link
 * io.rolewright.rule.session.Answer}, what comes back: a yes or no with its grounds, or that it
 * cannot be told.
 */
package io.rolewright.rule.session;
