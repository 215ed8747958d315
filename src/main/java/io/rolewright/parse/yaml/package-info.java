/**
 * Reads YAML 1.2 into the data tree, with the exact place of every node and of every character of
 * its text.
 *
 * <p>Start with {@link io.rolewright.parse.yaml.YamlReader}. snakeyaml-engine says what the events
 * are; {@code YamlTree} makes nodes of them; {@code FlowSpelling} and {@code BlockSpelling} find
 * the characters of a scalar again in the file. May use {@code parse.tree} and {@code source}.
 */
package io.rolewright.parse.yaml;
