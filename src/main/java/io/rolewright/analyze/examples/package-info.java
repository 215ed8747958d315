/**
 * The examples of rule files as tests: {@link io.rolewright.analyze.examples.RuleTests} runs them,
 * {@link io.rolewright.analyze.examples.ExampleRun} is what all rules say of one.
 */
package io.rolewright.analyze.examples;
