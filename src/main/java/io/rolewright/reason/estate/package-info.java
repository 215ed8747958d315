/**
 * Who can get at a role: all callers there may be, as a set, and the users and roles of an account,
 * one by one, directly and through chains of roles.
 */
package io.rolewright.reason.estate;
