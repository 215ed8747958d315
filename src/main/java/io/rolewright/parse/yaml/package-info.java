/**
 * YAML text to the data tree, with the exact place of everything. Scalars stay the text that was
 * written: no account number becomes an integer, no version a date.
 */
package io.rolewright.parse.yaml;
