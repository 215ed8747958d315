package io.rolewright.rule.session;

import io.rolewright.model.Statement;

/**
 * A tag on which permissions of a role depend, and which whoever assumes the role may choose.
 *
 * @param tag the tag's key as the permissions write it
 * @param statement the first one of the role's policies that reads the tag
 * @param answer yes with two requests, one of the role's session that is allowed with the tag and
 *     not without it, and one that gets a session with such a tag; or no, or open
 */
public record TagGain(String tag, Statement statement, Answer answer) {}
