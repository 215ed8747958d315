/** Answers who can assume a role, or do something, from a file with roles and their like. */
package io.rolewright.analyze.who;
