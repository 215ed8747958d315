/**
 * The theory of globs: which texts exist that fit some value lists and not others.
 *
 * <p>A policy says texts as lists of patterns with {@code *} and {@code ?}. One such list is one
 * {@link io.rolewright.reason.strings.Language}. {@link io.rolewright.reason.strings.Theory}
 * decides a conjunction of them with a word or a contradiction; {@link
 * io.rolewright.reason.strings.ActionClasses} splits all actions there may ever be into finitely
 * many classes. Both are exact: past their {@link io.rolewright.reason.strings.Budget} they say so
 * and never guess. Texts are Java strings, letter for letter in UTF-16, as the simulator compares
 * them. Depends on nothing but the JDK; start with {@code Theory}.
 */
package io.rolewright.reason.strings;
