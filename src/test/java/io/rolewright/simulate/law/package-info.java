/**
 * What must hold of every request under any policies: laws over generated worlds, and a second
 * evaluator, written straight from the semantics, that must come to the same decisions.
 */
package io.rolewright.simulate.law;
