/**
 * Reads JSON into the data tree, with the exact place of every key and value.
 *
 * <p>Start with {@link io.rolewright.parse.json.JsonReader}. Jackson's streaming parser says what
 * the tokens are; places and the wording of syntax errors are our own. May use {@code parse.tree}
 * and {@code source}.
 */
package io.rolewright.parse.json;
