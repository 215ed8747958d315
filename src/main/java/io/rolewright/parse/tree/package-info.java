/**
 * The data tree that every JSON and YAML file is read into: objects, arrays and scalars, each with
 * its exact place, duplicate keys kept, nothing interpreted.
 *
 * <p>Readers in {@code parse.json} and {@code parse.yaml} build it; the readers of each input
 * format turn it into the model. {@link io.rolewright.parse.tree.Characters} is what makes a policy
 * inside a string point at the outer file.
 */
package io.rolewright.parse.tree;
